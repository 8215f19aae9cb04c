import { proveAlong } from './along.ts';
import { startsOf } from './openings.ts';
import type { Proof } from './proof.ts';
import { saysCallValue } from './said.ts';

/**
 * CL-11: outside the remit the caller learns which body decides; where the act says «must» (P 26), also how to reach it.
 * The duty is followed from the first such step to the first step of another kind.
 */
export const namesBody: Proof = (graph, reading) => {
  const contact = reading.content.agency?.calls?.outOfRemitContact;
  if (!contact) return [];
  const must = contact.value === 'must';
  const owes = ({ outside, body, reach }: { outside: boolean; body: boolean; reach: boolean }) =>
    outside && !(body && (reach || !must));
  return proveAlong(
    graph,
    reading,
    startsOf(graph),
    {
      begin: { outside: false, body: false, reach: false },
      enter(memory, step) {
        if (step.step.kind !== 'out-of-remit') return { outside: false, body: false, reach: false };
        return {
          outside: true,
          body: memory.body || saysCallValue(step, 'body'),
          reach: memory.reach || saysCallValue(step, 'body-contact'),
        };
      },
      brokenAt: (memory, { step }) => step.kind !== 'out-of-remit' && owes(memory),
      brokenByEnd: owes,
    },
    {
      rule: 'script-remit',
      fault: () =>
        must
          ? 'Вопрос чужой, а орган, который его решает, или его контакт не назван'
          : 'Вопрос чужой, а орган, который его решает, не назван',
      clause: contact.clause,
      way: `Назовите его в шаге kind: out-of-remit переменной с call: body${must ? ', а контакт — переменной с call: body-contact' : ''}.`,
    },
  );
};
