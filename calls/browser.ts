/** The door of `calls/` for browsers: the state of a call, its words, its note and its counters. */
export {
  beginCall,
  beginTransfer,
  type Call,
  type CallbackCard,
  currentScript,
  currentStep,
  endCall,
  firstOfKind,
  goBack,
  goOn,
  jump,
  type Passed,
  type ReadAnswer,
  readAloud,
  secondsOf,
  transfersLeft,
  type VisitCard,
  waysOf,
} from './desk/call.ts';
export { type CallbackDay, callbackDays } from './desk/callback-days.ts';
export { type Colleague, colleagueName, colleaguesFor } from './desk/colleague.ts';
export { asked, dayInWords, type Filled, fillWords, knownValue, type Operator } from './desk/fill.ts';
export { type SpeechHint, speechHint } from './desk/hint.ts';
export { duration, mergeNote, noteOf } from './desk/note.ts';
export { type CallRecord, dayIn, recordOf } from './desk/record.ts';
export { type Choice, type Missed, missedIn } from './desk/training.ts';
export type * from './desk/types.ts';
export { type VisitDates, visitDates } from './desk/visit.ts';
export { isOpen, nextClosing } from './desk/working-days.ts';
