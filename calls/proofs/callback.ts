import { type CheckedReading, counted, type Problem, reporter } from '#knowledge';
import type { CallGraph, CallStep } from '../graph.ts';
import { reachable } from '../walk.ts';
import { stepsOf } from './openings.ts';
import type { Proof } from './proof.ts';

/**
 * CL-8: the steps of a callback are all there and come one after the other: 5 where the talk is closed by a script (M, D),
 * 4 elsewhere. Some script has them, and no script that has some leaves others out or mixes them up.
 */
export const callbackSteps: Proof = (graph, reading) => {
  const { agency } = reading.content;
  const wanted = agency?.line && agency.calls?.callbackSteps;
  if (!wanted) return [];
  const groups = graph.scripts
    .map((script) => stepsOf(graph, 'callback').filter((step) => step.script === script))
    .filter((steps) => steps.length > 0);
  if (groups.length === 0)
    return [
      reporter('script-required', reading).at(
        'agency.yml',
        ['calls', 'callbackSteps'],
        `Обратный звонок — это ${counted(wanted.value, ['шаг', 'шага', 'шагов'])} подряд (${wanted.clause}), а сценария с такими шагами нет. Добавьте в scripts сценарий, где ровно столько шагов kind: callback и каждый ведёт к следующему.`,
      ),
    ];
  return groups.flatMap((steps) => groupProblems(graph, reading, steps, wanted));
};

function groupProblems(
  graph: CallGraph,
  reading: CheckedReading,
  steps: readonly CallStep[],
  { value, clause }: { value: number; clause: string },
): Problem[] {
  const report = reporter('script-callback', reading);
  const [first] = steps;
  if (first === undefined) return [];
  if (steps.length !== value)
    return [
      report.at(
        first.script.file,
        ['steps', first.index, 'kind'],
        `Шагов обратного звонка ${steps.length}, а нужно ${value} (${clause}): спросить номер, назвать срок и удобное время${value === 5 ? ', закончить разговор по сценарию' : ''}, узнать ответ, перезвонить.`,
      ),
    ];
  return steps.flatMap((step, index) => {
    const next = nextOf(graph, step, steps);
    const follower = steps[index + 1];
    const wrong = next.find((other) => other !== follower && other !== step);
    const broken = wrong !== undefined || (follower !== undefined && !next.includes(follower));
    if (!broken) return [];
    const way = follower
      ? `должен вести к шагу «${follower.step.id}»`
      : 'последний: к другим шагам обратного звонка он не ведёт';
    const actual = wrong === undefined ? '' : `, а ведёт к шагу «${wrong.step.id}»`;
    return [
      report.at(
        step.script.file,
        ['steps', step.index, 'id'],
        `Шаги обратного звонка идут не по порядку (${clause}): шаг «${step.step.id}» ${way}${actual}. Путь: ${step.key}${wrong ? ` → ${wrong.step.id}` : ''}. Расставьте шаги так, как велит пункт.`,
      ),
    ];
  });
}

/** The steps of the group that are come to next from one of them, by ways inside the script. */
function nextOf(graph: CallGraph, from: CallStep, group: readonly CallStep[]): CallStep[] {
  const stop = (step: CallStep) => step !== from && (group.includes(step) || step.script !== from.script);
  return [...reachable(graph, from, stop)].filter((step) => step !== from && group.includes(step));
}
