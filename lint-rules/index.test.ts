import { parseRussian } from '@ponyatno/russian';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import * as browserDoor from './browser.ts';
import * as door from './index.ts';
import * as nodeDoor from './node.ts';
import { dictionary } from './support/linting.ts';

describe('the door', () => {
  it('opens on this and nothing else', () => {
    expect(Object.keys(door).toSorted()).toEqual([
      'applyEdits',
      'basisOf',
      'budgets',
      'clausesFrom',
      'createLinter',
      'editsOf',
      'fixText',
      'foremost',
      'formats',
      'keepsFacts',
      'letterParts',
      'maskMarkdown',
      'ownPhraseFault',
      'parseMarkdown',
      'placer',
      'profiles',
      'readMarkdown',
      'ruleDefaults',
      'ruleIds',
      'rulePage',
      'ruleSummaries',
      'ruleTitles',
      'rules',
      'sameMarkup',
      'severities',
    ]);
  });

  it('has beside it the doors to the spelling dictionary', () => {
    expect(Object.keys(browserDoor)).toEqual(['loadSpeller']);
    expect(Object.keys(nodeDoor).toSorted()).toEqual(['openSpeller', 'spellingFiles']);
  });

  it('has frozen default options', () => {
    expect(Object.isFrozen(door.ruleDefaults)).toBe(true);
  });
});

describe('a rule as a plain retext plugin', () => {
  it('gives vfile messages with all their metadata', async () => {
    const officialese = door.rules.find(({ id }) => id === 'officialese')?.rule;
    const file = new VFile('Хорошо.\n\nПодайте заявление посредством портала.');
    const processor = unified().use(parseRussian);
    if (officialese) processor.use(officialese, { dictionary });
    await processor.run(processor.parse(file), file);
    expect(file.messages.map((message) => ({ ...message }))).toEqual([
      expect.objectContaining({
        reason: '«Посредством»: канцелярит. Лучше: через; по; с помощью.',
        source: 'ponyatno',
        ruleId: 'officialese',
        fatal: false,
        place: {
          start: { line: 3, column: 19, offset: 27 },
          end: { line: 3, column: 38, offset: 46 },
        },
        actual: 'посредством портала',
        expected: ['с помощью портала', 'через портал'],
      }),
    ]);
  });
});
