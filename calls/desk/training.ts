import type { DeskData, Exercise } from './types.ts';

/** A choice of the newcomer: the step they went to after a line of the caller. */
export interface Choice {
  readonly line: number;
  /** The key of the step chosen; `end` for hanging up. */
  readonly to: string;
}

/** What was missed in an exercise. */
export interface Missed {
  readonly line: number;
  readonly says: string;
  /** The step that was wanted, with the clause that demands it. */
  readonly wanted: string;
  readonly clause: string | undefined;
  readonly chosen: string;
}

/** Compares the choices of a newcomer with the exercise: what was missed, with the clause (OT-5). */
export function missedIn(data: DeskData, exercise: Exercise, choices: readonly Choice[]): Missed[] {
  const title = (key: string) =>
    key === 'end' ? 'конец разговора' : (data.steps.find((step) => step.key === key)?.title ?? key);
  return exercise.lines.flatMap(({ says, to, at }, line) => {
    const choice = choices.find((one) => one.line === line);
    if (choice?.to === to) return [];
    const step = data.steps.find(({ key }) => key === to) ?? data.steps.find(({ key }) => key === at);
    return [
      {
        line,
        says,
        wanted: title(to),
        clause: step?.clause,
        chosen: choice === undefined ? 'ничего' : title(choice.to),
      },
    ];
  });
}
