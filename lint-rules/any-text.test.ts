import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { createLinter } from './linter.ts';
import { disguised, disguises, plain } from './support/disguise.ts';
import { dictionary } from './support/linting.ts';
import { knownTexts, officialLetter, officialSentence } from './support/official.ts';
import { type Message, type Profile, profiles } from './types.ts';

const glossary = [{ term: 'МФЦ', expansion: 'многофункциональный центр' }];
const linters = new Map(
  profiles.map((profile) => [profile, createLinter({ dictionary, profile, glossary })]),
);
const lintAs = (profile: Profile, text: string) => linters.get(profile)?.lint(text).messages ?? [];

const runs = { numRuns: Number(process.env.RUNS ?? 60) };
const profile = fc.constantFrom(...profiles);
const clean = fc
  .oneof({ weight: 3, arbitrary: officialLetter }, { weight: 1, arbitrary: fc.constantFrom(...knownTexts) })
  .filter((text) => plain(text) === text);

const shown = ({ rule, severity, actual, expected, message }: Message, start: number) =>
  [rule, severity, start, plain(actual), ...expected.map(plain), plain(message)].join(' | ');

describe('the same text in another spelling', () => {
  it.each(Object.entries(disguises))('has the same findings at the same words: %s', (_, disguise) => {
    fc.assert(
      fc.property(profile, clean, (own, text) => {
        const other = disguised(text, disguise);
        const wanted = lintAs(own, text).map((message) => shown(message, other.at(message.start)));
        const found = lintAs(own, other.text).map((message) => shown(message, message.start));
        expect(found).toEqual(wanted);
      }),
      runs,
    );
  });

  it('has the same findings with all disguises at once, and fixes that can be applied', () => {
    const text = 'Подайте заявление посредством портала.';
    const all = Object.values(disguises).reduce(
      (current, disguise) => disguised(current, disguise).text,
      text,
    );
    const found = lintAs('letter', all).find(({ rule }) => rule === 'officialese');
    expect(found?.actual).toBe(all.slice(found?.start, found?.end));
    expect(found && plain(all.slice(0, found.start) + found.expected[0] + all.slice(found.end))).toBe(
      'Подайте заявление с помощью портала.',
    );
  });
});

describe('offsets', () => {
  const pieces = fc.constantFrom(
    ...[
      '\ud83d',
      '\udc00',
      '👨‍👩‍👧‍👦',
      '🤝🏽',
      '\u2028',
      '\u2029',
      '\r\n',
      '\r',
      '\ufeff',
      '\u200b',
      '\u200d',
      '\u0301',
    ],
    ...[
      '\u00ad',
      '\u00a0',
      '\u202f',
      '\u0000',
      'ё',
      'е\u0308',
      'и\u0306',
      'пoсpедствoм',
      'Й'.repeat(300),
      '«',
      '((',
      '> ',
    ],
    ...['осуществляе\u0301тся', 'в связи\u00a0с', '1\u202f500,50', '№', '\ufffc', '½', '️', 'ﷺ', '𝕏'],
  );
  const mixed = fc
    .array(fc.oneof(pieces, officialSentence, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 })
    .map((parts) => parts.join(' '));

  it('hold on any Unicode text, and no finding is empty', () => {
    fc.assert(
      fc.property(profile, mixed, (own, text) => {
        for (const { start, end, actual } of lintAs(own, text)) {
          expect(text.slice(start, end)).toBe(actual);
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: runs.numRuns * 4 },
    );
  });

  it('go from the clean text to the source and back', () => {
    fc.assert(
      fc.property(mixed, (source) => {
        const { text, toSource, fromSource } = cleanText(source);
        expect(text).not.toMatch(/[\u00ad\u200b-\u200d\u2060\ufeff]/);
        for (let start = 0; start < Math.min(text.length, 60); start++) {
          const there = toSource({ start, end: start + 1 });
          expect(there.start).toBeLessThan(there.end);
          expect(fromSource(there)).toEqual({ start, end: start + 1 });
        }
        expect(toSource({ start: text.length, end: text.length }).end).toBe(source.length);
      }),
      { numRuns: runs.numRuns * 4 },
    );
  });
});

describe('paragraphs', () => {
  /** Rules that look at the text as a whole: budgets, first uses, parts of a letter, facts in the next sentence. */
  const ofTheWhole = new Set([
    'cliche-density',
    'unexplained-abbreviation',
    'unexplained-term',
    'missing-part',
    'repetition',
  ]);
  const sentence = officialSentence.filter((text) => plain(text) === text && !/[;]$/.test(text));

  it('have the findings that they have alone, but for those of the whole text', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 2, maxLength: 4 }), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        const local = (messages: readonly Message[], from: number) =>
          messages
            .filter(({ rule }) => !ofTheWhole.has(rule))
            // A budget may make a phrase louder, never make it appear.
            .map(({ rule, start, end, expected }) =>
              [rule, start + from, end + from, ...expected].join(' | '),
            );
        let start = 0;
        const alone = paragraphs.flatMap((paragraph) => {
          const found = local(lintAs('letter', paragraph), start);
          start += paragraph.length + 2;
          return found;
        });
        expect(local(lintAs('letter', text), 0)).toEqual(alone);
      }),
      runs,
    );
  });
});

describe('size', () => {
  const growing: Readonly<Record<string, (size: number) => string>> = {
    'one letter': (size) => 'а'.repeat(size),
    'one word of marks': (size) => `а${'\u0301'.repeat(size)}`,
    'soft hyphens': (size) => 'а\u00ad'.repeat(size / 2),
    'one sentence': (size) => 'осуществляется проверка документов '.repeat(size / 35),
    sentences: (size) => 'Решение принято комиссией. '.repeat(size / 27),
    paragraphs: (size) => 'В связи с ремонтом приём закрыт.\n\n'.repeat(size / 34),
    'opening quotes': (size) => '«а '.repeat(size / 3),
    brackets: (size) => '((а '.repeat(size / 4),
    'list marks': (size) => 'а) да;\n'.repeat(size / 7),
    capitals: (size) => 'МФЦ ЕПГУ ООО '.repeat(size / 13),
    digits: (size) => '1 000 '.repeat(size / 6),
    hyphens: (size) => 'а-'.repeat(size / 2),
    dots: (size) => '.'.repeat(size),
    spaces: (size) => ' '.repeat(size),
  };

  /** Time of this process alone: a busy machine does not change it. */
  const timed = (text: string) => {
    const before = process.cpuUsage();
    lintAs('letter', text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it.each(Object.entries(growing))(
    'takes time in proportion to the text: %s',
    (_, make) => {
      for (const size of [2_000, 25_000]) timed(make(size));
      // The least of three: collecting garbage only makes it longer.
      const least = (size: number) => Math.min(...[1, 2, 3].map(() => timed(make(size))));
      const ratio = () => {
        const [half, full] = [least(25_000), least(50_000)];
        // Below this the clock measures other things.
        return full > 60 ? full / half : 0;
      };
      // A busy machine slows the caches of one of the two; what is not in proportion stays so.
      const ratios = [ratio()];
      while (Math.min(...ratios) >= 3 && ratios.length < 4) ratios.push(ratio());
      expect(Math.min(...ratios)).toBeLessThan(3);
      expect(timed(make(100_000))).toBeLessThan(5_000);
    },
    120_000,
  );
});
