import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinter } from '../linter.ts';
import { dictionary } from '../support/linting.ts';
import { knownTexts, officialLetter } from '../support/official.ts';
import { type Message, type Profile, profiles } from '../types.ts';
import { keepsFacts } from './facts.ts';
import { fixText } from './fix-text.ts';

const glossary = [
  { term: 'МФЦ', expansion: 'многофункциональный центр' },
  { term: 'сервитут', explanation: 'право ограниченно пользоваться чужим участком', plain: ['право'] },
];
const linters = new Map(
  profiles.map((profile) => [profile, createLinter({ dictionary, profile, glossary })]),
);
const lintAs = (profile: Profile, text: string) => linters.get(profile)?.lint(text).messages ?? [];

const texts = fc.tuple(
  fc.constantFrom(...profiles),
  fc.oneof(
    { weight: 4, arbitrary: officialLetter },
    { weight: 1, arbitrary: fc.constantFrom(...knownTexts) },
  ),
);
const put = (text: string, { start, end }: Message, better: string) =>
  text.slice(0, start) + better + text.slice(end);
const always = () => true;
/** An explanation of the glossary adds words, a short form that is never used again goes. */
const explains = /^unexplained-/;

// `RUNS=5000 npx vitest run lint-rules/fixing` looks further.
const runs = { numRuns: Number(process.env.RUNS ?? 100) };

describe('a fix, whatever the text', () => {
  it('leaves no finding of its rule at its place', () => {
    fc.assert(
      fc.property(texts, ([profile, text]) => {
        for (const message of lintAs(profile, text))
          for (const better of message.expected) {
            const after = put(text, message, better);
            const reach = message.start + better.length;
            const again = lintAs(profile, after).filter(
              ({ rule, start, end }) => rule === message.rule && start < reach && end > message.start,
            );
            expect(again, `${message.actual} → ${better} in «${after}»`).toEqual([]);
          }
      }),
      runs,
    );
  });

  it('loses no date, sum, name or number and makes none up', () => {
    fc.assert(
      fc.property(texts, ([profile, text]) => {
        for (const { rule, actual, expected } of lintAs(profile, text)) {
          if (explains.test(rule)) continue;
          for (const better of expected) {
            expect(keepsFacts(actual, better, dictionary), `${actual} → ${better}: lost`).toBe(true);
            expect(keepsFacts(better, actual, dictionary), `${actual} → ${better}: made up`).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('gives with all of its rule at once what it gives one by one', () => {
    fc.assert(
      fc.property(texts, ([profile, text]) => {
        for (const rule of new Set(lintAs(profile, text).map((message) => message.rule))) {
          const find = (source: string) =>
            lintAs(profile, source).filter((one) => one.rule === rule && one.fix !== 'advice');
          const fixing = { find, allows: always, intact: always };
          const single = { ...fixing, find: (source: string) => find(source).slice(0, 1) };
          expect(fixText(text, single).text, rule).toBe(fixText(text, fixing).text);
        }
      }),
      runs,
    );
  });

  it('is made once: fixing again changes nothing', () => {
    fc.assert(
      fc.property(texts, ([profile, text]) => {
        const fixing = {
          find: (source: string) => lintAs(profile, source),
          allows: always,
          intact: always,
        };
        const once = fixText(text, fixing).text;
        expect(fixText(once, fixing)).toEqual({ text: once, edits: [] });
      }),
      runs,
    );
  });
});
