import { reporter } from '#knowledge';
import { canEnd, reachable } from '../walk.ts';
import type { Proof } from './proof.ts';

/** Every step can be come to from the start of its script, and from every step the call can be brought to its end. */
export const reachability: Proof = (graph, reading) => {
  const report = reporter('script-graph', reading);
  const ending = canEnd(graph);
  return graph.scripts.flatMap((script) => {
    const start = graph.start(script.id);
    if (!start) return [];
    // Another script may lead back here, but only to the first step: walking outside finds nothing more.
    const seen = reachable(graph, start, (step) => step.script !== script);
    return [...graph.steps.values()]
      .filter((step) => step.script === script)
      .flatMap((step) => {
        const path = ['steps', step.index, 'id'];
        const problems = [];
        if (!seen.has(step))
          problems.push(
            report.at(
              script.file,
              path,
              `До шага «${step.step.id}» не дойти: к нему не ведёт ни один шаг. Приведите к нему или уберите его.`,
            ),
          );
        if (!ending.has(step) && step.ways.every(({ to }) => to !== undefined))
          problems.push(
            report.at(
              script.file,
              path,
              `Из шага «${step.step.id}» нельзя закончить звонок: все пути идут по кругу. Дайте выход: end или @farewell.`,
            ),
          );
        return problems;
      });
  });
};
