import { counted, type Problem, reporter } from '#knowledge';
import type { CallGraph, CallStep } from '../graph.ts';
import { mostOnPath, reachable } from '../walk.ts';
import type { Proof } from './proof.ts';

const opensCall = (graph: CallGraph) =>
  graph.scripts.flatMap((script) => {
    const start = graph.start(script.id);
    return start?.step.kind === 'greeting' && script.data.direction === 'inbound' ? [start] : [];
  });

const stepsOf = (graph: CallGraph, kind: CallStep['step']['kind']) =>
  [...graph.steps.values()].filter(({ step }) => step.kind === kind);

/** KB-8, CL-3: an agency with a line has a script to greet and one to say goodbye. */
export const greetingAndFarewell: Proof = (graph, reading) => {
  if (!reading.content.agency?.line) return [];
  const report = reporter('script-required', reading);
  const problems: Problem[] = [];
  if (opensCall(graph).length === 0)
    problems.push(
      report.at(
        'agency.yml',
        ['line'],
        'В профиле есть консультационная линия, а сценария приветствия нет. Добавьте в scripts сценарий, который начинается с шага kind: greeting.',
      ),
    );
  if (stepsOf(graph, 'farewell').length === 0)
    problems.push(
      report.at(
        'agency.yml',
        ['line'],
        'В профиле есть консультационная линия, а сценария прощания нет. Добавьте в scripts сценарий с шагом kind: farewell.',
      ),
    );
  return problems;
};

/** CL-5: whoever calls the line is asked what they need before being answered. */
export const needBeforeAnswer: Proof = (graph, reading) => {
  const report = reporter('script-order', reading);
  const answers = new Set<CallStep>();
  for (const start of opensCall(graph))
    for (const step of reachable(graph, start, ({ step: { kind } }) => kind === 'question'))
      if (step.step.kind === 'answer') answers.add(step);
  return [...answers].map(({ script, index, step }) =>
    report.at(
      script.file,
      ['steps', index, 'kind'],
      `К ответу «${step.title}» можно прийти от приветствия, ни о чём не спросив. Поставьте перед ним шаг kind: question.`,
    ),
  );
};

/** CL-7: no path through a script transfers the caller more often than the act allows. */
export const transferLimit: Proof = (graph, reading) => {
  const limit = reading.content.agency?.calls?.maxTransfers;
  if (!limit) return [];
  const report = reporter('script-transfers', reading);
  return graph.scripts.flatMap((script) => {
    const start = graph.start(script.id);
    if (!start) return [];
    const most = mostOnPath(graph, start, 'transfer');
    if (most <= limit.value) return [];
    const found = Number.isFinite(most)
      ? `переводят ${counted(most, ['раз', 'раза', 'раз'])}`
      : 'могут переводить по кругу без конца';
    return [
      report.at(
        script.file,
        ['steps'],
        `По этому сценарию человека ${found}, а можно не больше ${counted(limit.value, ['раза', 'раз', 'раз'])} (${limit.clause}). После последнего перевода предложите обратный звонок.`,
      ),
    ];
  });
};

/** CL-8: some script leads through all steps of a callback, in the order they stand. */
export const callbackSteps: Proof = (graph, reading) => {
  const { agency } = reading.content;
  const wanted = agency?.line && agency.calls?.callbackSteps;
  if (!wanted) return [];
  const complete = graph.scripts.some((script) => {
    const steps = stepsOf(graph, 'callback').filter((step) => step.script === script);
    return steps.length === wanted.value && inOrder(graph, steps);
  });
  if (complete) return [];
  return [
    reporter('script-required', reading).at(
      'agency.yml',
      ['calls', 'callbackSteps'],
      `Обратный звонок — это ${counted(wanted.value, ['шаг', 'шага', 'шагов'])} подряд (${wanted.clause}), а сценария с такими шагами нет. Добавьте в scripts сценарий, где ровно столько шагов kind: callback и каждый ведёт к следующему.`,
    ),
  ];
};

/** Whether each step is come to from the one before it without passing another of them. */
function inOrder(graph: CallGraph, steps: readonly CallStep[]): boolean {
  return steps.every((step, index) => {
    const before = steps[index - 1];
    return (
      !before || reachable(graph, before, (other) => other !== before && steps.includes(other)).has(step)
    );
  });
}

/** CL-12: the closing questions stand in a script word for word. */
export const closingQuestions: Proof = (graph, reading) => {
  const { agency } = reading.content;
  const closing = agency?.line && agency.calls?.closingQuestions;
  if (!closing) return [];
  const report = reporter('script-required', reading);
  const said = stepsOf(graph, 'survey').map(({ words }) => words?.text ?? '');
  return closing.questions.flatMap(({ text }, index) =>
    said.some((words) => words.includes(text))
      ? []
      : [
          report.at(
            'agency.yml',
            ['calls', 'closingQuestions', 'questions', index, 'text'],
            `Вопроса «${text}» нет ни в одном сценарии (${closing.clause}). Поставьте его слово в слово в шаг kind: survey.`,
          ),
        ],
  );
};
