import type { CallGraph, CallStep } from './graph.ts';

/** Where a call stands: at a step, or over. */
export type Standing = CallStep | 'end';

/** Goes on from a step by the number of the way chosen; undefined when there is no such way or it leads nowhere. */
export function follow(graph: CallGraph, from: CallStep, way: number): Standing | undefined {
  const to = from.ways[way]?.to;
  if (to === undefined || to === 'end') return to;
  return graph.steps.get(to);
}

/** All steps a caller can come to from one step, with itself; `stop` cuts the walk behind the steps it names. */
export function reachable(
  graph: CallGraph,
  from: CallStep,
  stop: (step: CallStep) => boolean = () => false,
): Set<CallStep> {
  const seen = new Set([from]);
  const queue = [from];
  for (const step of queue) {
    if (stop(step)) continue;
    for (const { to } of step.ways) {
      const next = to === undefined || to === 'end' ? undefined : graph.steps.get(to);
      if (!next || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

/** The steps from which the end of the call can be reached. */
export function canEnd(graph: CallGraph): Set<CallStep> {
  const before = new Map<string, CallStep[]>();
  for (const step of graph.steps.values())
    for (const { to } of step.ways) if (to !== undefined) before.set(to, [...(before.get(to) ?? []), step]);
  const ending = new Set<CallStep>();
  const queue = [...(before.get('end') ?? [])];
  for (const step of queue) {
    if (ending.has(step)) continue;
    ending.add(step);
    queue.push(...(before.get(step.key) ?? []));
  }
  return ending;
}
