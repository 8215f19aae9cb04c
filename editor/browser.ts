/** The door of `editor/` for browsers. What it opens is loaded when it is needed: the form of a new draft carries no editor. */
import type { AskKnowledge } from './browser/ask-knowledge.ts';

export type { AskKnowledge, KnowledgeAnswer } from './browser/ask-knowledge.ts';
export type { DeskPage } from './browser/mount-desk.ts';
export { keepOwnName, ownName } from './browser/own-name.ts';
export { type ComparedBlock, compareTexts } from './versions/compare.ts';

/** Brings the page of a draft to life; see `DeskPage` for its data. */
export async function mountDesk(place: HTMLElement, tools: HTMLElement, ask: AskKnowledge): Promise<void> {
  const island = await import('./browser/mount-desk.ts');
  island.mountDesk(place, tools, ask);
}

/** Marks the drafts of the list whose comments call the person who uses this browser. */
export async function showMentions(): Promise<void> {
  const marks = await import('./browser/mention-marks.ts');
  marks.showMentions();
}

/** Brings the form of a new draft to life. */
export async function mountStart(place: HTMLElement): Promise<void> {
  const island = await import('./browser/mount-start.ts');
  island.mountStart(place);
}
