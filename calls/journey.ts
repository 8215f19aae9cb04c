import type { CallGraph, CallStep, Way } from './graph.ts';

/** What a duty remembers of the way a call has gone. Plain data: two equal memories are one. */
export type Memory = Readonly<Record<string, string | number | boolean>>;

/** A duty of the acts as it is followed along a call. */
export interface Duty<Remembered extends Memory> {
  readonly begin: Remembered;
  /** What is remembered once a step is entered. */
  enter(memory: Remembered, step: CallStep): Remembered;
  /** Whether the duty is broken by coming to this step with what is remembered from before it. */
  brokenAt?(memory: Remembered, step: CallStep): boolean;
  /** Whether it is broken by ending the call; a caller who hangs up breaks no duty. */
  brokenByEnd?(memory: Remembered): boolean;
}

/** A shortest way by which a duty is broken. */
export interface Breach {
  /** The steps of the call, the last of them is where it breaks. */
  readonly path: readonly CallStep[];
  /** The call was ended after the last step. */
  readonly ended: boolean;
}

interface Place<Remembered> {
  readonly step: CallStep;
  readonly memory: Remembered;
  readonly transfers: number;
  readonly before: Place<Remembered> | undefined;
}

/**
 * Walks every way a call can go from a step, and tells where a duty breaks: one shortest way for each step. Ways of two
 * calls that remember the same are walked once, so circles end.
 *
 * @param maxTransfers how many transfers the act allows: ways marked `transfers: left` are closed after the last (CL-7)
 */
export function breaches<Remembered extends Memory>(
  graph: CallGraph,
  from: CallStep,
  duty: Duty<Remembered>,
  maxTransfers: number,
): Breach[] {
  const found = new Map<string, Breach>();
  const seen = new Set<string>();
  const queue: Place<Remembered>[] = [];
  // Without a limit transfers need not be told apart, and a circle with one in it would never be the same again.
  const counting = Number.isFinite(maxTransfers);

  function come(step: CallStep, memory: Remembered, transfers: number, before?: Place<Remembered>): void {
    if (duty.brokenAt?.(memory, step)) {
      if (!found.has(step.key))
        found.set(step.key, { path: [...(before ? pathOf(before) : []), step], ended: false });
      return;
    }
    const now: Place<Remembered> = {
      step,
      memory: duty.enter(memory, step),
      transfers: counting
        ? Math.min(transfers + (step.step.kind === 'transfer' ? 1 : 0), maxTransfers + 1)
        : 0,
      before,
    };
    const mark = `${step.key} ${now.transfers} ${JSON.stringify(now.memory)}`;
    if (seen.has(mark)) return;
    seen.add(mark);
    queue.push(now);
  }

  come(from, duty.begin, 0);
  for (const place of queue) {
    for (const way of openWays(place.step, place.transfers, maxTransfers)) {
      if (way.to === 'end') {
        const key = `${place.step.key} end`;
        if (!way.hungUp && duty.brokenByEnd?.(place.memory) && !found.has(key))
          found.set(key, { path: pathOf(place), ended: true });
        continue;
      }
      const next = way.to === undefined ? undefined : graph.steps.get(way.to);
      if (next) come(next, place.memory, place.transfers, place);
    }
  }
  return [...found.values()];
}

/** The ways on that are open after so many transfers (CL-7). */
export function openWays(step: CallStep, transfers: number, maxTransfers: number): readonly Way[] {
  const left = transfers < maxTransfers;
  return step.ways.filter((way) => way.transfers === undefined || (way.transfers === 'left') === left);
}

/** A way in words of the content: «consultation/hello → ask → transfer/warn». */
export function describePath(path: readonly CallStep[]): string {
  return path
    .map(({ key, step, script }, index) => (path[index - 1]?.script === script ? step.id : key))
    .join(' → ');
}

function pathOf<Remembered>(place: Place<Remembered>): CallStep[] {
  const path: CallStep[] = [];
  for (let at: Place<Remembered> | undefined = place; at; at = at.before) path.unshift(at.step);
  return path;
}
