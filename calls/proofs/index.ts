import type { CheckedReading, Problem } from '#knowledge';
import { callGraph } from '../graph.ts';
import {
  callbackSteps,
  closingQuestions,
  greetingAndFarewell,
  needBeforeAnswer,
  transferLimit,
} from './duties.ts';
import type { Proof } from './proof.ts';
import { reachability } from './reachability.ts';
import { targets } from './targets.ts';
import { words } from './words.ts';

const proofs: readonly Proof[] = [
  targets,
  reachability,
  words,
  greetingAndFarewell,
  needBeforeAnswer,
  transferLimit,
  callbackSteps,
  closingQuestions,
];

/** Proves the call scripts, or says what refutes each proof: a part of `ponyatno check`. */
export function checkScripts(reading: CheckedReading): Problem[] {
  const graph = callGraph(reading.content);
  return proofs.flatMap((proof) => proof(graph, reading));
}
