import { mount } from 'svelte';
import type { StartView } from '../letters/start.ts';
import Start from './components/Start.svelte';

/**
 * Brings the form of a new draft to life.
 *
 * @param place the element that holds the page's data and is replaced by the form
 */
export function mountStart(place: HTMLElement): void {
  const page: StartView = JSON.parse(place.dataset.start ?? '{}');
  place.replaceChildren();
  mount(Start, { target: place, props: { page } });
}
