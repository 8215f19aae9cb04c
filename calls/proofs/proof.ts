import type { CheckedReading, Problem } from '#knowledge';
import type { CallGraph } from '../graph.ts';

/** One property of the scripts that is proven, or the problems that refute it. */
export type Proof = (graph: CallGraph, reading: CheckedReading) => Problem[];
