import type { DraftState } from './state.ts';

/** What a state is called. */
export const stateNames: Readonly<Record<DraftState, string>> = {
  draft: 'Черновик',
  approval: 'На\u00a0согласовании',
  approved: 'Согласовано',
  sent: 'Отправлено',
};
