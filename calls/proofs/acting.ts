import { reporter } from '#knowledge';
import type { Proof } from './proof.ts';

/** Deeds of filling in, sending, signing and talking to others, as an operator would promise them. */
const deed =
  '(?:заполн(?:ю|им)|запол(?:няю|няем)|оформ(?:лю|им)|подам|подадим|отправ(?:лю|им)|напиш(?:у|ем)|подпиш(?:у|ем)|позвон(?:ю|им)|созвон(?:юсь|имся)|договор(?:юсь|имся)|обращ(?:усь|аюсь)|обратимся|свяж(?:усь|емся)|получ(?:у|им)|забер(?:у|ем)|оплач(?:у|им)|зарегистриру(?:ю|ем)|введ(?:у|ем)|внес(?:у|ем)|запиш(?:у|ем)|сдела(?:ю|ем))';
const instead = '(?:за вас|вместо вас|от вашего имени|вашей подписью)';

/**
 * Promises that M 6.11, U 3.9, P 25 and D КЛ¶14 forbid on the line: to act for the caller. «Давайте я помогу Вам
 * заполнить», which P 6(2) praises in writing, is forbidden here too. Texts come in lower case without ё.
 */
export const forbidden: readonly RegExp[] = [
  new RegExp(`(?<!не )(?<!не смогу )${deed}[^.!?\\n]*\\s${instead}`, 'u'),
  new RegExp(`${instead}[^.!?\\n]*?\\s(?<!не )${deed}`, 'u'),
  new RegExp(`давайте (?:я|мы) (?:сам[аи]? )?${deed}`, 'u'),
  /(?<!не )(?:помог(?:у|аю)|поможем|помогаем) (?:вам )?(?:за|о)?(?:полн|форм|пода(?:ть|вать)|напис|отправ)/u,
  /(?<!не )(?:договор(?:юсь|имся)|переговор(?:ю|им)) (?:с|со|о|об) /u,
];

/** What is promised against the duty; undefined when nothing is. */
export function promiseToAct(said: string): string | undefined {
  const text = said.toLowerCase().replaceAll('ё', 'е');
  for (const pattern of forbidden) {
    const match = pattern.exec(text);
    if (match) return said.slice(match.index, match.index + match[0].length);
  }
  return undefined;
}

/** CL-9: no words of a call promise to act for the caller. */
export const neverActsForCaller: Proof = (graph, reading) => {
  const duty = reading.content.agency?.calls?.actForCaller;
  if (!duty) return [];
  const report = reporter('script-acting', reading);
  return [...graph.steps.values()].flatMap(({ script, words, said, step, key }) => {
    const promise = script.data.direction === 'visit' ? undefined : promiseToAct(said);
    if (promise === undefined || words === undefined) return [];
    return [
      report.on(
        script.file,
        words,
        `Шаг «${step.title}» обещает сделать за человека то, чего нельзя: «${promise}» (${duty.clause}). Путь: ${key}. Напишите, что сделает он сам, а Вы подскажете.`,
      ),
    ];
  });
};
