import { mount } from 'svelte';
import Proposals from './Proposals.svelte';
import type { References } from './propose-desk.svelte.ts';
import Start from './Start.svelte';
import type { Snippet } from './snippets.ts';

/** Brings the page of an edit to life. */
export function mountPropose(place: HTMLElement): void {
  const { file = '', url = '/', snippets = '[]', references = '{}', account = '' } = place.dataset;
  place.replaceChildren();
  mount(Start, {
    target: place,
    props: {
      file,
      url,
      snippets: JSON.parse(snippets) as Snippet[],
      references: JSON.parse(references) as References,
      account,
    },
  });
}

/** Brings the list of edits to life. */
export function mountProposals(place: HTMLElement): void {
  place.replaceChildren();
  mount(Proposals, { target: place });
}
