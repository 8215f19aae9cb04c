import { reporter } from '#knowledge';
import type { CallStep } from '../graph.ts';
import { proveAlong } from './along.ts';
import { openings, stepsOf } from './openings.ts';
import type { Proof } from './proof.ts';

/** After these the caller has been served: the talk may not just stop. */
const served: ReadonlySet<CallStep['step']['kind']> = new Set([
  'answer',
  'out-of-remit',
  'booking',
  'cancelling',
]);

/** CL-3: a talk in which the caller was served ends with a farewell; a callback has its own closing step (CL-8). */
export const farewellLast: Proof = (graph, reading) => {
  if (!reading.content.agency?.line) return [];
  return proveAlong<{ owes: boolean }>(
    graph,
    reading,
    openings(graph),
    {
      begin: { owes: false },
      enter: ({ owes }, { step }) => ({
        owes: step.kind === 'farewell' || step.kind === 'callback' ? false : owes || served.has(step.kind),
      }),
      brokenByEnd: ({ owes }) => owes,
    },
    {
      rule: 'script-order',
      fault: (_, { step }) => `После шага «${step.title}» разговор кончается без прощания`,
      clause: undefined,
      way: 'Ведите не в end, а к шагу kind: farewell.',
    },
  );
};

/** CL-12: after a consultation the closing questions are offered, wherever the order has them. */
export const questionsOffered: Proof = (graph, reading) => {
  const { agency } = reading.content;
  const closing = agency?.line && agency.calls?.closingQuestions;
  if (!closing) return [];
  return proveAlong<{ owes: boolean }>(
    graph,
    reading,
    openings(graph),
    {
      begin: { owes: false },
      enter: ({ owes }, { step }) => ({
        owes:
          step.kind === 'survey' || step.kind === 'callback'
            ? false
            : owes || step.kind === 'answer' || step.kind === 'out-of-remit',
      }),
      brokenByEnd: ({ owes }) => owes,
    },
    {
      rule: 'script-order',
      fault: (_, { step }) => `После шага «${step.title}» разговор кончается, а двух вопросов не предложили`,
      clause: closing.clause,
      way: 'Ведите сначала к шагу kind: survey.',
    },
  );
};

/** CL-12: the closing questions stand in a script word for word, and their answers are the ways on. */
export const closingQuestions: Proof = (graph, reading) => {
  const { agency } = reading.content;
  const closing = agency?.line && agency.calls?.closingQuestions;
  if (!closing) return [];
  const report = reporter('script-required', reading);
  return closing.questions.flatMap(({ text, options }, index) => {
    const asking = stepsOf(graph, 'survey').filter(({ said }) => said.includes(text));
    if (asking.length === 0)
      return [
        report.at(
          'agency.yml',
          ['calls', 'closingQuestions', 'questions', index, 'text'],
          `Вопроса «${text}» нет ни в одном сценарии (${closing.clause}). Поставьте его слово в слово в шаг kind: survey.`,
        ),
      ];
    return asking
      .filter(({ ways }) => !options.every((option, at) => ways[at]?.when === option))
      .map(({ script, index: at, step }) =>
        report.at(
          script.file,
          ['steps', at, 'branches'],
          `После вопроса «${text}» ответы шага «${step.id}» другие (${closing.clause}). Напишите их слово в слово и в том же порядке: ${options.join(', ')}.`,
        ),
      );
  });
};
