import { mount } from 'svelte';
import Search from './Search.svelte';

/** Brings a search box to life. On the home page the answers stand under it, elsewhere in a panel. */
export function mountSearch(input: HTMLInputElement): void {
  const home = document.querySelector<HTMLElement>('[data-search-answers]');
  const box = input.closest('search');
  if (home?.dataset.searchAnswers === input.id) {
    const without = document.querySelectorAll<HTMLElement>('[data-without-query]');
    // The answers that the server has rendered stay until the island has its own.
    const rendered = [...home.children];
    mount(Search, {
      target: home,
      props: {
        input,
        place: 'home',
        functions: JSON.parse(home.dataset.functions ?? '{}'),
        onshow: (shown: boolean) => {
          if (shown || input.value.trim() === '') for (const element of rendered) element.remove();
          for (const element of without) element.hidden = shown;
        },
      },
    });
  } else if (box) mount(Search, { target: box, props: { input, place: 'header', functions: {} } });
}
