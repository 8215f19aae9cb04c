import { mount } from 'svelte';
import type { DeskData } from '#calls/browser';
import { prepare } from '../search/ask.ts';
import { fileQuestion } from '../search/file.ts';
import { CallDesk } from './call-desk.svelte.ts';
import Screen from './Screen.svelte';
import './call.css';

/** A page may stand open for a whole shift. */
const lookEveryMs = 5 * 60 * 1000;

/**
 * Brings the call screen to life.
 *
 * @param place what the screen is put into
 */
export async function mountCall(place: HTMLElement): Promise<void> {
  const data = await newestData();
  if (data === undefined) {
    place.querySelector('[data-trouble]')?.removeAttribute('hidden');
    return;
  }
  const desk = new CallDesk(data);
  const file = async (question: string) => {
    const filed = await fileQuestion(question, 'filed');
    if (filed.kind === 'failed') desk.said = filed.message;
  };
  const renew = async () => {
    const newer = await newestData();
    if (newer) desk.renew(newer);
  };
  setInterval(renew, lookEveryMs);
  addEventListener('online', renew);
  const typed = place.querySelector('input')?.value ?? '';
  place.replaceChildren();
  mount(Screen, { target: place, props: { desk, file } });
  // What was typed while the page was loading; a number was meant for an answer that was not there yet.
  if (/\p{L}/u.test(typed)) desk.search(typed);
  // The index comes into this browser at once: a call must not depend on the network.
  prepare();
}

async function newestData(): Promise<DeskData | undefined> {
  const response = await fetch('/call/data.json').catch(() => undefined);
  return response?.ok ? ((await response.json()) as DeskData) : undefined;
}
