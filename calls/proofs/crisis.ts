import { type Problem, reporter } from '#knowledge';
import type { CallStep } from '../graph.ts';
import { proveAlong } from './along.ts';
import { startsOf, stepsOf } from './openings.ts';
import type { Proof } from './proof.ts';
import { plainly } from './said.ts';

/** The phrase as it stands in the words, with the name before it and the reason after it. */
function phraseIn({ said }: CallStep, phrase: string) {
  const words = plainly(said);
  const at = words.indexOf(plainly(phrase));
  if (at < 0) return undefined;
  return {
    name: /\(\([^()]+\)\)[,!]? ?$/u.test(words.slice(0, at)),
    reason: /^[ .…:]*\(\(/u.test(words.slice(at + plainly(phrase).length)),
  };
}

/**
 * CL-14: the phrases by which a talk is put off stand in a crisis step word for word, each with the caller's name before
 * it and the reason after it.
 */
export const crisisPhrases: Proof = (graph, reading) => {
  const crisis = reading.content.agency?.line && reading.content.agency.calls?.crisis;
  if (!crisis) return [];
  const report = reporter('script-crisis', reading);
  return crisis.phrases.flatMap(({ text }, index): Problem[] => {
    const saying = stepsOf(graph, 'crisis').flatMap((step) => {
      const found = phraseIn(step, text);
      return found ? [{ step, ...found }] : [];
    });
    if (saying.length === 0)
      return [
        report.at(
          'agency.yml',
          ['calls', 'crisis', 'phrases', index, 'text'],
          `Фразы «${text} …» нет ни в одном сценарии (${crisis.clause}). Поставьте её слово в слово в шаг kind: crisis.`,
        ),
      ];
    return saying
      .filter(({ name, reason }) => !name || !reason)
      .map(({ step, name }) =>
        report.at(
          step.script.file,
          ['steps', step.index, 'id'],
          `${name ? `После фразы «${text}» нет переменной с причиной` : `Перед фразой «${text}» нет имени и отчества`} (${crisis.clause}). Путь: ${step.key}. Напишите так: ((имя отчество)), ${text} ((причина)).`,
        ),
      );
  });
};

const unbusinesslike = /не ?делов\p{L}+/u;
const ending = /(?:прекра|законч|заверш)\p{L}+/u;
const goodbye = /до свидания|всего (?:вам )?(?:доброго|хорошего)|проща(?:юсь|емся)/u;

function warnsOfEnd({ step, said }: CallStep): boolean {
  const words = plainly(said);
  return step.kind === 'crisis' && unbusinesslike.test(words) && ending.test(words);
}

function saysGoodbye({ step, said }: CallStep): boolean {
  return step.kind === 'farewell' || goodbye.test(plainly(said));
}

/** Steps that do not take a talk back to business. */
const stillCrisis: ReadonlySet<CallStep['step']['kind']> = new Set(['crisis', 'say', 'farewell', 'survey']);

/**
 * CL-15: a talk that stays unbusinesslike is put off first, then the caller is warned, then told goodbye, then the talk
 * ends. Only a caller who hangs up ends it otherwise.
 */
export const crisisEnding: Proof = (graph, reading) => {
  const crisis = reading.content.agency?.line && reading.content.agency.calls?.crisis;
  if (!crisis?.ending) return [];
  const { phrases } = crisis;
  const { clause } = crisis.ending;
  if (!stepsOf(graph, 'crisis').some(warnsOfEnd))
    return [
      reporter('script-required', reading).at(
        'agency.yml',
        ['calls', 'crisis', 'ending'],
        `Если человек продолжает ругаться, его предупреждают и прощаются (${clause}), а в сценариях этого нет. Добавьте шаг kind: crisis со словами «Разговор носит неделовой характер, поэтому я вынужден его прекратить».`,
      ),
    ];
  return proveAlong<{ crisis: boolean; putOff: boolean; warned: boolean; parted: boolean }>(
    graph,
    reading,
    startsOf(graph),
    {
      begin: { crisis: false, putOff: false, warned: false, parted: false },
      enter(memory, step) {
        const inCrisis = step.step.kind === 'crisis' || (memory.crisis && stillCrisis.has(step.step.kind));
        if (!inCrisis) return { crisis: false, putOff: false, warned: false, parted: false };
        const warns = warnsOfEnd(step);
        return {
          crisis: true,
          putOff: memory.putOff || phrases.some(({ text }) => phraseIn(step, text) !== undefined),
          warned: memory.warned || warns,
          parted: saysGoodbye(step) || (memory.parted && !warns),
        };
      },
      brokenAt: ({ putOff }, step) => !putOff && warnsOfEnd(step),
      brokenByEnd: ({ crisis, parted }) => crisis && !parted,
    },
    {
      rule: 'script-crisis',
      fault: ({ ended }, { step }) =>
        ended
          ? `После шага «${step.title}» разговор прекращают, не попрощавшись`
          : `На шаге «${step.title}» предупреждают о конце разговора, а вернуться к нему позже не предложили`,
      clause,
      way: 'Порядок такой: предложить паузу, предупредить, попрощаться, закончить. Ответу, при котором человек сам кладёт трубку, поставьте hungUp: true.',
    },
  );
};
