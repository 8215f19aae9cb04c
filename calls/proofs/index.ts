import type { CheckedReading, Problem } from '#knowledge';
import { callGraph } from '../graph.ts';
import { neverActsForCaller } from './acting.ts';
import { callbackSteps } from './callback.ts';
import { closingQuestions, farewellLast, questionsOffered } from './closing.ts';
import { crisisEnding, crisisPhrases } from './crisis.ts';
import { exercises } from './exercises.ts';
import { internalClients } from './internal.ts';
import { greetingAndFarewell, greetingFirst, needBeforeAnswer } from './opening.ts';
import { outboundCalls } from './outbound.ts';
import type { Proof } from './proof.ts';
import { reachability } from './reachability.ts';
import { namesBody } from './remit.ts';
import { targets } from './targets.ts';
import { transferLimit, warnedBeforeTransfer, waysStayOpen } from './transfers.ts';
import { cancelWaysTold, placeTold, slotsAndReminders, visitScripts } from './visits.ts';
import { words } from './words.ts';

const proofs: readonly Proof[] = [
  targets,
  reachability,
  words,
  greetingAndFarewell,
  greetingFirst,
  needBeforeAnswer,
  warnedBeforeTransfer,
  transferLimit,
  waysStayOpen,
  callbackSteps,
  namesBody,
  farewellLast,
  closingQuestions,
  questionsOffered,
  neverActsForCaller,
  crisisPhrases,
  crisisEnding,
  outboundCalls,
  internalClients,
  visitScripts,
  placeTold,
  slotsAndReminders,
  cancelWaysTold,
  exercises,
];

/** Proves the call scripts, or says what refutes each proof: a part of `ponyatno check`. */
export function checkScripts(reading: CheckedReading): Problem[] {
  const graph = callGraph(reading.content);
  return proofs.flatMap((proof) => proof(graph, reading));
}
