import { reporter } from '#knowledge';
import type { CallStep } from '../graph.ts';
import { reachable } from '../walk.ts';
import { proveAlong } from './along.ts';
import { startsOf } from './openings.ts';
import type { Proof } from './proof.ts';
import { plainly, saysCallValue } from './said.ts';

const otherWay = /почт|письм|чат|мессендж|личн|видео|документооборот|записк|встреч|подойд|зайд|напиши/u;

function offersOtherWay({ said }: CallStep): boolean {
  return otherWay.test(plainly(said));
}

function promisesToday(step: CallStep): boolean {
  return saysCallValue(step, 'end-of-day');
}

/**
 * CL-17: the agency's own people are answered at once, or orally by the end of the working day, or offered another way
 * than the telephone. There is a script for it, it has all three, and no way of it ends without one of them.
 */
export const internalClients: Proof = (graph, reading) => {
  const duty = reading.content.agency?.internalClients;
  if (!duty) return [];
  const required = reporter('script-required', reading);
  const starts = startsOf(graph).filter(({ script }) => script.data.direction === 'internal');
  if (starts.length === 0)
    return [
      required.at(
        'agency.yml',
        ['internalClients'],
        `Для устных вопросов своих сотрудников нужен сценарий (${duty.answer.clause}), а его нет. Добавьте в scripts сценарий с direction: internal.`,
      ),
    ];
  const parts = [
    {
      has: ({ step }: CallStep) => step.kind === 'answer',
      fault: 'нет ответа сразу',
      clause: duty.answer.clause,
      way: 'Добавьте шаг kind: answer.',
    },
    {
      has: promisesToday,
      fault: 'не назван срок «до конца рабочего дня»',
      clause: duty.answer.clause,
      way: 'Поставьте в слова переменную с call: end-of-day.',
    },
    {
      has: offersOtherWay,
      fault: 'не предложен другой способ связи',
      clause: duty.otherWay.clause,
      way: 'Скажите, как ещё можно получить ответ: письмом, в чате или лично.',
    },
  ];
  return starts.flatMap((start) => {
    const steps = [...reachable(graph, start)];
    const absent = parts
      .filter(({ has }) => !steps.some(has))
      .map(({ fault, clause, way }) =>
        required.at(
          start.script.file,
          ['steps', 0, 'id'],
          `В сценарии для своих сотрудников ${fault} (${clause}). Путь: ${start.key}. ${way}`,
        ),
      );
    if (absent.length > 0) return absent;
    return proveAlong<{ served: boolean }>(
      graph,
      reading,
      [start],
      {
        begin: { served: false },
        enter: ({ served }, step) => ({
          served: served || parts.some(({ has }) => has(step)),
        }),
        brokenByEnd: ({ served }) => !served,
      },
      {
        rule: 'script-order',
        fault: (_, { step }) =>
          `После шага «${step.title}» разговор с сотрудником кончается без ответа, срока и другого способа`,
        clause: duty.answer.clause,
        way: 'Ведите к ответу, к сроку с call: end-of-day или к другому способу связи.',
      },
    );
  });
};
