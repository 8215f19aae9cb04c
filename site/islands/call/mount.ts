import { mount } from 'svelte';
import type { DeskData } from '#calls/browser';
import { prepare } from '../search/ask.ts';
import { fileQuestion } from '../search/file.ts';
import { CallDesk } from './call-desk.svelte.ts';
import Screen from './Screen.svelte';
import './call.css';

/**
 * Brings the call screen to life.
 *
 * @param place what the screen is put into
 */
export async function mountCall(place: HTMLElement): Promise<void> {
  const response = await fetch('/call/data.json').catch(() => undefined);
  if (!response?.ok) {
    place.querySelector('[data-trouble]')?.removeAttribute('hidden');
    return;
  }
  const data: DeskData = await response.json();
  // The index comes into this browser at once: a call must not depend on the network.
  prepare();
  const desk = new CallDesk(data);
  const file = async (question: string) => {
    const filed = await fileQuestion(question, 'filed');
    if (filed.kind === 'failed') desk.said = filed.message;
  };
  place.replaceChildren();
  mount(Screen, { target: place, props: { desk, file } });
}
