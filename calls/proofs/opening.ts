import { type Problem, reporter } from '#knowledge';
import { reachable } from '../walk.ts';
import { proveAlong } from './along.ts';
import { openings, startsOf, stepsOf } from './openings.ts';
import type { Proof } from './proof.ts';

/** KB-8, CL-3: an agency with a line has a script to greet and one to say goodbye. */
export const greetingAndFarewell: Proof = (graph, reading) => {
  if (!reading.content.agency?.line) return [];
  const report = reporter('script-required', reading);
  const problems: Problem[] = [];
  if (openings(graph).length === 0)
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

/** CL-3, CL-16: every talk begins with a greeting: a script does so itself, or is come to from one that does. */
export const greetingFirst: Proof = (graph, reading) => {
  if (!reading.content.agency?.line) return [];
  const report = reporter('script-order', reading);
  const greeted = new Set(
    openings(graph).flatMap((start) => [...reachable(graph, start)].map(({ script }) => script)),
  );
  return startsOf(graph)
    .filter(({ step, script }) => step.kind !== 'greeting' && !greeted.has(script))
    .map(({ script, step }) =>
      report.at(
        script.file,
        ['steps', 0, 'kind'],
        `Разговор начинается шагом «${step.title}», а не приветствием: сюда не ведёт ни один сценарий с приветствием. Начните с шага kind: greeting или приведите сюда другой сценарий.`,
      ),
    );
};

/** CL-5: whoever calls the line is asked what they need before being answered. */
export const needBeforeAnswer: Proof = (graph, reading) =>
  proveAlong<{ asked: boolean }>(
    graph,
    reading,
    openings(graph),
    {
      begin: { asked: false },
      enter: ({ asked }, { step }) => ({ asked: asked || step.kind === 'question' }),
      brokenAt: ({ asked }, { step }) => !asked && step.kind === 'answer',
    },
    {
      rule: 'script-order',
      fault: (_, { step }) => `К ответу «${step.title}» можно прийти от приветствия, ни о чём не спросив`,
      clause: undefined,
      way: 'Поставьте перед ним шаг kind: question.',
    },
  );
