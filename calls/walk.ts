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

/**
 * The most steps of one kind on any path from a step that stays inside its script; Infinity when a circle passes one.
 * Longest path by relaxation: without such a circle it settles below the number of steps, with one it grows past it.
 */
export function mostOnPath(graph: CallGraph, from: CallStep, kind: CallStep['step']['kind']): number {
  const steps = [...graph.steps.values()].filter(({ script }) => script === from.script);
  const most = new Map(steps.map((step) => [step.key, 0]));
  for (let round = 0; round <= steps.length * (steps.length + 1); round++) {
    let settled = true;
    for (const step of steps) {
      const onward = step.ways.map(({ to }) => most.get(to ?? '') ?? 0);
      const value = (step.step.kind === kind ? 1 : 0) + Math.max(0, ...onward);
      if (value === most.get(step.key)) continue;
      most.set(step.key, value);
      settled = false;
    }
    if (settled) break;
  }
  const result = most.get(from.key) ?? 0;
  return result > steps.length ? Number.POSITIVE_INFINITY : result;
}
