import { type Agency, type Problem, reporter } from '#knowledge';
import type { CallStep } from '../graph.ts';
import { proveAlong } from './along.ts';
import { startsOf } from './openings.ts';
import type { Proof } from './proof.ts';
import { plainly, saidVariables } from './said.ts';

/** What the first words of a call to a client must hold (T 9). */
const introduction = [
  {
    said: ({ said }: CallStep, { name }: Agency) =>
      [name.full, name.genitive, name.prepositional].some((form) => plainly(said).includes(plainly(form))),
    fault: 'не названо полное имя ведомства',
    way: 'Назовите его целиком, как в agency.yml в поле name.',
  },
  {
    said: (step: CallStep) =>
      saidVariables(step).some(({ type, call }) => call === 'operator' || type === 'person'),
    fault: 'сотрудник не назвал себя',
    way: 'Поставьте переменную с call: operator.',
  },
  {
    said: (step: CallStep) =>
      saidVariables(step).some(({ name, label }) => /должност/u.test(plainly(`${name} ${label}`))),
    fault: 'сотрудник не назвал должность',
    way: 'Поставьте переменную «должность».',
  },
] as const;

/**
 * CL-16: whoever calls a client introduces themselves in the first words: the agency's full name, their own name and
 * post. A talk in which something was asked ends with thanks and a goodbye.
 */
export const outboundCalls: Proof = (graph, reading) => {
  const { agency } = reading.content;
  const duty = agency?.outboundCalls;
  if (!duty) return [];
  const starts = startsOf(graph).filter(({ script }) => script.data.direction === 'outbound');
  if (starts.length === 0)
    return [
      reporter('script-required', reading).at(
        'agency.yml',
        ['outboundCalls'],
        `Звонок клиенту для уточнения идёт по порядку (${duty.clause}), а сценария нет. Добавьте в scripts сценарий с direction: outbound.`,
      ),
    ];
  const report = reporter('script-outbound', reading);
  return [
    ...starts.flatMap((start): Problem[] =>
      introduction
        .filter(({ said }) => !said(start, agency))
        .map(({ fault, way }) =>
          report.at(
            start.script.file,
            ['steps', 0, 'id'],
            `В первых словах звонка ${fault} (${duty.clause}). Путь: ${start.key}. ${way}`,
          ),
        ),
    ),
    ...proveAlong<{ asked: boolean; thanked: boolean }>(
      graph,
      reading,
      starts,
      {
        begin: { asked: false, thanked: false },
        enter: ({ asked, thanked }, { step, said }) => ({
          asked: asked || step.kind === 'question',
          thanked: thanked || (step.kind === 'farewell' && /спасибо|благодар/u.test(plainly(said))),
        }),
        brokenByEnd: ({ asked, thanked }) => asked && !thanked,
      },
      {
        rule: 'script-outbound',
        fault: (_, { step }) => `После шага «${step.title}» звонок кончается без благодарности и прощания`,
        clause: duty.clause,
        way: 'Ведите к шагу kind: farewell со словами «Спасибо» и «До свидания».',
      },
    ),
  ];
};
