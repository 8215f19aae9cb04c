import type { CallGraph, CallStep } from '../graph.ts';

/** The first steps of scripts that a call to the line begins with. */
export function openings(graph: CallGraph): CallStep[] {
  return startsOf(graph).filter(opensCall);
}

/** The first steps of all scripts, those that open a call first: a path that is told begins with a greeting where it can. */
export function startsOf(graph: CallGraph): CallStep[] {
  const opening = (step: CallStep) => (opensCall(step) ? 0 : 1);
  return graph.scripts
    .flatMap((script) => graph.start(script.id) ?? [])
    .toSorted((one, two) => opening(one) - opening(two));
}

function opensCall({ script, step }: CallStep): boolean {
  return script.data.direction === 'inbound' && step.kind === 'greeting';
}

/** All steps of one kind. */
export function stepsOf(graph: CallGraph, kind: CallStep['step']['kind']): CallStep[] {
  return [...graph.steps.values()].filter(({ step }) => step.kind === kind);
}
