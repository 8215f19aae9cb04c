import { mount } from 'svelte';
import type { DeskView } from '../letters/desk.ts';
import type { AskKnowledge } from './ask-knowledge.ts';
import DeskComponent from './components/Desk.svelte';
import Tools from './components/Tools.svelte';
import { Desk } from './desk.svelte.ts';
import './letter.css';

/** What the page of a draft hands to the island. */
export interface DeskPage {
  readonly view: DeskView;
  readonly letterName: string;
  readonly partNames: Readonly<Record<string, string>>;
  /** What the kinds of pages are called. */
  readonly kindNames: Readonly<Record<string, string>>;
}

/**
 * Brings the page of a draft to life.
 *
 * @param place the element that holds the page's data and is replaced by the desk
 * @param tools the place in the header for the state line
 * @param ask asks the search of the knowledge base
 */
export function mountDesk(place: HTMLElement, tools: HTMLElement, ask: AskKnowledge): void {
  const { view, letterName, partNames, kindNames }: DeskPage = JSON.parse(place.dataset.desk ?? '{}');
  const desk = new Desk(view, ask);
  place.replaceChildren();
  mount(DeskComponent, { target: place, props: { desk, letterName, partNames, kindNames } });
  mount(Tools, { target: tools, props: { desk } });
}
