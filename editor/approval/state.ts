// The way of a letter from draft to sent. Imported by server and browser: no Node, no DOM.

/** Where a letter is on its way. */
export const draftStates = ['draft', 'approval', 'approved', 'sent'] as const;
export type DraftState = (typeof draftStates)[number];

/** From where to where a letter can go; what is sent cannot be called back. */
const ways: Readonly<Record<DraftState, readonly DraftState[]>> = {
  draft: ['approval'],
  approval: ['approved', 'draft'],
  approved: ['sent', 'draft'],
  sent: [],
};

/** Whether a letter can go from one state straight to another. */
export function canGo(from: DraftState, to: DraftState): boolean {
  return ways[from].includes(to);
}

/** Whether the step takes a letter back to its writers: then it needs a reason. */
export function isReturn(from: DraftState, to: DraftState): boolean {
  return draftStates.indexOf(to) < draftStates.indexOf(from);
}

/** Whether nobody may change the text: what was approved is what is sent. */
export function isLocked(state: DraftState): boolean {
  return state === 'approved' || state === 'sent';
}
