import { type CheckedReading, type Problem, reporter } from '#knowledge';
import type { CallGraph, CallStep } from '../graph.ts';
import { type Breach, breaches, type Duty, describePath, type Memory } from '../journey.ts';

/** How the breach of a duty is told. */
interface Telling {
  /** Id of the check. */
  readonly rule: string;
  /** What is wrong, in Russian, without the path and the clause. */
  readonly fault: (breach: Breach, last: CallStep) => string;
  readonly clause: string | undefined;
  /** What to do. */
  readonly way: string;
}

/**
 * Proves a duty on every way from some steps. Each failure stands at the step where it breaks and names the script, the
 * path and the clause.
 */
export function proveAlong<Remembered extends Memory>(
  graph: CallGraph,
  reading: CheckedReading,
  from: readonly CallStep[],
  duty: Duty<Remembered>,
  { rule, fault, clause, way }: Telling,
): Problem[] {
  const report = reporter(rule, reading);
  const maxTransfers = reading.content.agency?.calls?.maxTransfers.value ?? Number.POSITIVE_INFINITY;
  const told = new Map<string, Problem>();
  for (const start of from) {
    for (const breach of breaches(graph, start, duty, maxTransfers)) {
      const last = breach.path.at(-1);
      if (last === undefined || told.has(`${last.key} ${breach.ended}`)) continue;
      const path = `${describePath(breach.path)}${breach.ended ? ' → end' : ''}`;
      const because = clause === undefined ? '' : ` (${clause})`;
      told.set(
        `${last.key} ${breach.ended}`,
        report.at(
          last.script.file,
          ['steps', last.index, 'id'],
          `${fault(breach, last)}${because}. Путь: ${path}. ${way}`,
        ),
      );
    }
  }
  return [...told.values()];
}
