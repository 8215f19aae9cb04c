import { Grammeme } from '@ponyatno/russian';
import type { Word } from '../../../document.ts';
import type { Replacement } from '../../../finding.ts';
import { withoutReflexive } from '../../../morphology/analysis.ts';
import { capitalize } from '../../../morphology/case.ts';
import { becoming } from '../states.ts';
import { withAttributes } from './after-actor.ts';
import { subjectOf } from './agent.ts';
import { objectOf, relativeOf } from './object.ts';
import { isNext, withTail } from './phrase.ts';
import { endOf, type Part, type Place, textBetween } from './place.ts';
import { type Predicate, predicateOf } from './predicate.ts';

/** The three parts of the sentence, in the active voice. */
interface Parts {
  readonly subject: Part;
  readonly verb: Part;
  readonly object: Part;
}

/**
 * The active sentence: «решение принято комиссией» → «комиссия приняла решение». The three parts change, what stands
 * between them stays where it is. Only where each has one reading and nothing else in the clause depends on their order.
 */
export function activate(place: Place): Replacement | undefined {
  const predicate = predicateOf(place);
  if (predicate === undefined || !isPlain(place, predicate)) return undefined;
  const parts = partsOf(place, predicate);
  if (parts === undefined) return undefined;
  const { subject, verb, object } = parts;
  const inOrder = [subject, verb, object].toSorted((one, two) => one.first - two.first);
  const [first, middle, last] = inOrder;
  if (!first || !middle || !last || first.last >= middle.first || middle.last >= last.first) return undefined;
  if (!standsAlone(place, subject, object) || isEnumerated(place, subject)) return undefined;
  if (isOneOfMany(place, predicate, object)) return undefined;
  const { words } = place.sentence;
  const start = words[first.first]?.start;
  const end = endOf(place, last);
  const text = arranged(place, parts, inOrder);
  if (start === undefined || text === undefined) return undefined;
  const before = place.document.text.slice(start, end);
  if (marksOf(text) !== marksOf(before) || !isBalanced(before) || !isBalanced(text)) return undefined;
  return { start, end, text: opens(place, first.first) ? capitalize(text) : text };
}

/** Everything but letters and white space: a sign that got lost or moved alone would be a fault. */
function marksOf(text: string): string {
  return [...text.matchAll(/[^\p{L}\p{M}\s]/gu)].toSorted().join('');
}

/** «программа «Звезда» утверждена»: a part that begins inside quotation marks is no part of the sentence. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/[«»„“]/g)) {
    depth += mark === '«' || mark === '„' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function partsOf(place: Place, predicate: Predicate): Parts | undefined {
  const { agent, clause, parse } = place;
  const relative = relativeOf(place, predicate.finite);
  const head = clause.nominative(predicate.finite);
  if (relative && head) return undefined;
  const bare = relative ?? (head && objectOf(place, head));
  if (bare === undefined) return undefined;
  const next = [bare.first, predicate.first, clause.last + 1].filter((at) => at > agent.index);
  const becomes = becoming.has(withoutReflexive(parse.lemma) ?? parse.lemma);
  const named = subjectOf(place, Math.min(...next), becomes);
  const isLast = named !== undefined && named.first > Math.max(bare.last, predicate.last);
  const whole = isLast ? withAttributes(place, named, place.sentence.words[bare.last]) : named;
  const text = named && predicate.active(named);
  if (named === undefined || whole === undefined || text === undefined) return undefined;
  const verb = { first: predicate.first, last: predicate.last, text };
  // What follows the object up to the next part goes with it: «решение о выплате принято».
  const after = [whole.first, verb.first].filter((at) => at > bare.last);
  const until = relative || after.length === 0 ? bare.last : Math.min(...after) - 1;
  const tail = until + 1 === verb.first ? beforeAdverbs(place, bare.last, until) : until;
  if (!isTail(place, bare.last, tail)) return undefined;
  const object = withMarks(place, withTail(place, bare, tail));
  return { subject: whole, verb, object: { ...object, text: lowered(place, object) } };
}

/** Subject, verb, object side by side; with other words between only where each may stay in its place. */
function arranged(place: Place, parts: Parts, inOrder: readonly Part[]): string | undefined {
  const { subject, verb, object } = parts;
  const [first, middle, last] = inOrder;
  if (!first || !middle || !last) return undefined;
  const isRelative = object.first === place.clause.first && /^котор/.test(object.text);
  const left = isRelative ? [object, subject, verb] : [subject, verb, object];
  const gaps = [between(place, first, middle), between(place, middle, last)] as const;
  if (gaps.every((gap) => gap === '')) return left.map(({ text }) => text).join(' ');
  if (isRelative || middle !== verb || gaps.some((gap) => gap === undefined)) return undefined;
  const pieces = [subject.text, gaps[0], verb.text, gaps[1], object.text];
  return pieces.filter((piece) => piece !== '').join(' ');
}

/** More words between two parts hide how they hang together. */
const longestGap = 5;

/** The words between two parts; undefined when they may belong to one of them. */
function between(place: Place, left: Part, right: Part): string | undefined {
  if (left.last + 1 === right.first) return '';
  const words = place.sentence.words.slice(left.last + 1, right.first);
  if (words.length > longestGap) return undefined;
  return words.every(isAdjunct) && words[0] !== undefined && opensAdjunct(words[0])
    ? textBetween(place, left, right)
    : undefined;
}

function opensAdjunct({ kind, parses: [first] }: Word): boolean {
  return kind === 'number' || first?.partOfSpeech === 'PREP' || first?.partOfSpeech === 'ADVB';
}

/** «решение и…», «решение только комиссией»: what they bring out is another word. */
const focusing: ReadonlySet<string> = new Set([
  'и',
  'или',
  'только',
  'лишь',
  'именно',
  'даже',
  'тоже',
  'также',
]);

const ofAdjuncts: ReadonlySet<string> = new Set(['PREP', 'ADVB', 'NOUN', 'ADJF', 'PRTF', 'NUMR', 'PRCL']);

function isAdjunct({ kind, folded, parses: [first] }: Word): boolean {
  return (
    kind === 'number' ||
    (folded !== 'не' && !focusing.has(folded) && ofAdjuncts.has(first?.partOfSpeech ?? ''))
  );
}

/** «форма, порядок и сроки устанавливаются»: of many subjects the clause shows the last. */
function isOneOfMany({ sentence, clause }: Place, { finite }: Predicate, object: Part): boolean {
  if ((finite.grammemes & Grammeme.plur) === 0 || object.first > clause.first + 2) return false;
  const opening = sentence.words[clause.first];
  if (opening?.keys.has('который') || subordinate.has(opening?.folded ?? '')) return false;
  const before = sentence.words.slice(0, clause.first).filter(({ kind }) => kind !== 'number');
  return before.length > 0 && !before.some(isVerbal);
}

const subordinate: ReadonlySet<string> = new Set([
  'если',
  'когда',
  'что',
  'чтобы',
  'поскольку',
  'где',
  'пока',
  'то',
]);

/** What makes the order of words or the one who acts matter: «бы», «свой», another verb. */
const doubtful: ReadonlySet<string> = new Set([
  'бы',
  'б',
  'свой',
  'себя',
  'сам',
  'самим',
  'который',
  'ни',
  'ли',
  'же',
]);

function isPlain(place: Place, predicate: Predicate): boolean {
  const { clause, sentence, predicate: index } = place;
  if (/^\p{Lu}+$/u.test(sentence.words[index]?.text ?? '')) return false;
  return sentence.words.slice(clause.first, clause.last + 1).every((word, offset) => {
    const at = clause.first + offset;
    if (at >= predicate.first && at <= predicate.last) return at === predicate.first || isNext(place, at);
    if (at > clause.first && [...word.keys].some((key) => doubtful.has(key))) return false;
    return !isVerbal(word);
  });
}

function isVerbal({ parses: [first] }: Word): boolean {
  return ['VERB', 'INFN', 'PRTS', 'GRND', 'PRED', 'ADJS'].includes(first?.partOfSpeech ?? '');
}

/** «внесение нанимателем платы»: the noun before the actor must not be what he does, so only a plain object may stand there. */
function standsAlone({ sentence, clause }: Place, subject: Part, object: Part): boolean {
  const at = subject.first - 1;
  const before = sentence.words[at];
  if (before === undefined || at < clause.first) return true;
  const [likeliest] = before.parses;
  if (/^(?:и|или|либо|ни)$/.test(before.folded)) return false;
  if (likeliest?.partOfSpeech === 'PRTF') return false;
  if (likeliest?.partOfSpeech !== 'NOUN') return true;
  if (at < object.first || at > object.last || object.first > subject.first) return false;
  return !sentence.words.slice(object.first, at + 1).some(isAction);
}

/** «органом, организацией, должностным лицом», «комиссией … и отделом»: one of several who act. */
function isEnumerated({ sentence, clause }: Place, subject: Part): boolean {
  const before = subject.first === clause.first ? sentence.words[subject.first - 1] : undefined;
  const after = sentence.words.slice(subject.last + 1, clause.last + 1);
  return [before, ...after].some((word, offset, all) => {
    if (word === undefined || !isInstrumental(word)) return false;
    return (
      offset === 0 ||
      /^(?:и|или|либо)$/.test(all[offset - 1]?.folded ?? '') ||
      isJoinedLater(all.slice(1, offset))
    );
  });
}

/** «признание», «взятие»: what somebody does. */
function isAction({ parses: [first] }: Word): boolean {
  return first?.partOfSpeech === 'NOUN' && /[нт]ие$/.test(first.lemma) && !papers.has(first.lemma);
}

/** What was said or written, though it is named like an act. */
const papers: ReadonlySet<string> = new Set([
  ...[
    'заключение',
    'заявление',
    'обращение',
    'объявление',
    'определение',
    'письмо',
    'положение',
    'поручение',
  ],
  ...[
    'постановление',
    'предложение',
    'распоряжение',
    'решение',
    'соглашение',
    'сообщение',
    'уведомление',
    'задание',
  ],
]);

function isJoinedLater(words: readonly (Word | undefined)[]): boolean {
  return words.slice(-3).some((word) => word !== undefined && /^(?:и|или|либо)$/.test(word.folded));
}

function isInstrumental({ parses: [first] }: Word): boolean {
  return first !== undefined && first.partOfSpeech === 'NOUN' && (first.grammemes & Grammeme.ablt) !== 0;
}

/** «взносы уже возвращены»: adverbs right before the verb tell of it, not of the object. */
function beforeAdverbs(place: Place, head: number, last: number): number {
  const { sentence } = place;
  let tail = last;
  while (tail > head && sentence.words[tail]?.parses[0]?.partOfSpeech === 'ADVB' && isNext(place, tail + 1))
    tail--;
  return tail;
}

/** «программа «Шаг» утверждена»: the mark that closes the name goes with it. */
function withMarks({ document, sentence }: Place, part: Part): Part {
  const end = sentence.words[part.last]?.end;
  const next = sentence.words[part.last + 1];
  if (end === undefined || next === undefined) return part;
  const [marks = ''] = /^[»“"]+/.exec(document.text.slice(end, next.start)) ?? [];
  return marks === '' ? part : { ...part, end: end + marks.length, text: part.text + marks };
}

/** «решение о выплате»: no second nominative that could be the subject as well. */
function isTail({ sentence, clause }: Place, head: number, last: number): boolean {
  if (last === head) return true;
  if (last > clause.last) return false;
  return sentence.words.slice(head + 1, last + 1).every(({ folded, parses }) => {
    if (folded === 'и' || folded === 'или' || focusing.has(folded)) return false;
    return !parses.some(
      ({ partOfSpeech, grammemes }) => partOfSpeech === 'NPRO' && (grammemes & Grammeme.nomn) !== 0,
    );
  });
}

/** Whether the word begins the sentence, or a clause after «;» or a full stop that ends none, with a capital. */
function opens({ document, sentence }: Place, index: number): boolean {
  const word = sentence.words[index];
  const previous = sentence.words[index - 1];
  if (word === undefined || !/^\p{Lu}/u.test(word.text)) return false;
  if (sentence.words.slice(0, index).every(({ kind }) => kind === 'number')) return true;
  return previous !== undefined && /[.;:!?]/.test(document.text.slice(previous.end, word.start));
}

/** The first word of a sentence loses its capital when it moves, unless it is a name. */
function lowered(place: Place, { first, text }: Part): string {
  const word = place.sentence.words[first];
  if (word === undefined || !opens(place, first)) return text;
  const name = word.parses.some(({ grammemes, tag }) => grammemes & Grammeme.name || /\bAbbr\b/.test(tag));
  // «Ваш» in a letter keeps its polite capital.
  const polite = word.keys.has('ваш') || word.keys.has('вы');
  return name || polite ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
