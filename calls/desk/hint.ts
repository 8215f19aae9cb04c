import type { DeskData, DeskScript, DeskStep } from './types.ts';

/** How to speak now, in one line, with the clause that asks for it. */
export interface SpeechHint {
  readonly text: string;
  readonly clause: string;
}

/**
 * How to speak at a step (CL-4): an even voice of medium pace; calm and slow when calling a client oneself (CL-16);
 * friendly and measured in a crisis (P 27). Undefined where the order asks for nothing.
 */
export function speechHint(
  { rules }: Pick<DeskData, 'rules'>,
  step: Pick<DeskStep, 'kind'> | undefined,
  script: Pick<DeskScript, 'direction'> | undefined,
): SpeechHint | undefined {
  if (step?.kind === 'crisis' && rules.crisis)
    return { text: 'Доброжелательно, в умеренном темпе. Не перебивайте.', clause: rules.crisis.clause };
  if (script?.direction === 'outbound' && rules.outbound)
    return { text: 'Спокойно и не быстро, все вопросы за один звонок.', clause: rules.outbound.clause };
  return (
    rules.speech && {
      text: 'Ровно, в среднем темпе, короткими фразами. Без скуки в голосе.',
      clause: rules.speech.clause,
    }
  );
}
