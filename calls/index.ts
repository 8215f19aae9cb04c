/** The door of `calls/`: the graph of the call scripts, walking it, and proving it. */
export { type CallGraph, type CallStep, callGraph, type Way } from './graph.ts';
export { checkScripts } from './proofs/index.ts';
export { canEnd, follow, reachable, type Standing } from './walk.ts';
