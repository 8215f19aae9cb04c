import { counted, reporter } from '#knowledge';
import type { CallStep } from '../graph.ts';
import { openWays } from '../journey.ts';
import { proveAlong } from './along.ts';
import { startsOf } from './openings.ts';
import type { Proof } from './proof.ts';

/** CL-7: no way through a call transfers the caller more often than the act allows, over all scripts. */
export const transferLimit: Proof = (graph, reading) => {
  const limit = reading.content.agency?.calls?.maxTransfers;
  if (!limit) return [];
  return proveAlong(
    graph,
    reading,
    startsOf(graph),
    {
      begin: { transfers: 0 },
      enter: ({ transfers }, { step }) => ({
        transfers: Math.min(transfers + (step.kind === 'transfer' ? 1 : 0), limit.value + 1),
      }),
      brokenAt: ({ transfers }, { step }) => step.kind === 'transfer' && transfers >= limit.value,
    },
    {
      rule: 'script-transfers',
      fault: (_, { step }) =>
        `На шаге «${step.title}» человека переводят в ${limit.value + 1}-й раз, а можно не больше ${counted(limit.value, ['раза', 'раз', 'раз'])}`,
      clause: limit.clause,
      way: 'Отметьте ответ, который ведёт к переводу, словами transfers: left, а рядом дайте другой: transfers: none и обратный звонок.',
    },
  );
};

/** CL-7: marking ways by the transfers left must not leave the operator without any way on. */
export const waysStayOpen: Proof = (graph, reading) => {
  const limit = reading.content.agency?.calls?.maxTransfers;
  const report = reporter('script-transfers', reading);
  return [...graph.steps.values()].flatMap((step) => {
    if (step.ways.every(({ transfers }) => transfers === undefined)) return [];
    const max = limit?.value ?? 1;
    const stuck = [0, max].find((transfers) => openWays(step, transfers, max).length === 0);
    if (stuck === undefined) return [];
    const when = stuck === 0 ? 'пока перевести ещё можно' : 'когда переводить уже нельзя';
    return [
      report.at(
        step.script.file,
        ['steps', step.index, 'branches'],
        `Из шага «${step.step.title}» некуда идти, ${when}: все ответы закрыты. Добавьте ответ с другим transfers или без него.`,
      ),
    ];
  });
};

/** Words by which a caller learns that somebody else will answer. */
const warning = /соедин|переключ|перевед|перевож|переадрес|перенаправ/u;

function warns({ step, said }: CallStep): boolean {
  return step.kind !== 'transfer' && warning.test(said.toLowerCase().replaceAll('ё', 'е'));
}

/** CL-6: the caller is told before being transferred, each time anew. */
export const warnedBeforeTransfer: Proof = (graph, reading) => {
  const limit = reading.content.agency?.calls?.maxTransfers;
  if (!limit) return [];
  return proveAlong<{ warned: boolean }>(
    graph,
    reading,
    startsOf(graph),
    {
      begin: { warned: false },
      enter: ({ warned }, step) => ({
        warned: step.step.kind === 'transfer' ? false : warned || warns(step),
      }),
      brokenAt: ({ warned }, { step }) => step.kind === 'transfer' && !warned,
    },
    {
      rule: 'script-order',
      fault: (_, { step }) => `Шаг «${step.title}» переводит звонок, а человека об этом не предупредили`,
      clause: limit.clause,
      way: 'Поставьте перед ним шаг kind: say со словами «Я соединю Вас с …».',
    },
  );
};
