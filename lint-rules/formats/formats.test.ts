import { describe, expect, it } from 'vitest';
import { formats } from './index.ts';
import { type FileReport, placer } from './report.ts';

const source = '# Ответ\r\n\r\nПодайте заявление посредством портала.\n';
const start = source.indexOf('посредством');
const report: FileReport = {
  file: 'content/faq/ответ, первый.mdx',
  source,
  messages: [
    {
      rule: 'officialese',
      severity: 'warning',
      start,
      end: start + 'посредством портала'.length,
      actual: 'посредством портала',
      expected: ['с помощью портала', 'через портал'],
      changes: ['swap', 'rewrite'],
      fix: 'swap',
      message: '«Посредством»: канцелярит. Лучше: через.',
      clause: 'п. 4.2',
    },
  ],
  readability: { grade: 8, error: 2.4, words: 4, sentences: 1, wordsPerSentence: 4, longWords: 0 },
};
const clean: FileReport = { ...report, file: 'clean.txt', messages: [] };

describe('formats of the report', () => {
  it('place offsets in lines of any kind', () => {
    const place = placer('а\r\nб\rв\nг');
    expect([0, 3, 5, 7].map((offset) => place(offset).line)).toEqual([1, 2, 3, 4]);
    expect(place(start - start)).toEqual({ line: 1, column: 1 });
  });

  it('stylish: for people, with the replacement and the clause', () => {
    expect(formats.stylish([report, clean]).replaceAll('\u00a0', ' ')).toBe(
      [
        'content/faq/ответ, первый.mdx',
        '  3:19  предупреждение  «Посредством»: канцелярит. Лучше: через. Готовая замена: «с помощью портала». (п. 4.2)  [officialese]',
        '  Трудность текста: 8-й класс школы, ±2',
        '',
        '1 предупреждение в 1 файле. Проверено: 2 файла.',
      ].join('\n'),
    );
    const rewritten = report.messages.map((one) => ({ ...one, changes: ['rewrite' as const] }));
    expect(formats.stylish([{ ...report, messages: rewritten }])).toContain(
      'Можно переписать: «с помощью портала».',
    );
    expect(formats.stylish([clean]).replaceAll('\u00a0', ' ')).toBe('Замечаний нет. Проверено: 1 файл.');
  });

  it('gitlab: one issue a finding, each with a fingerprint of its own', () => {
    const [message] = report.messages;
    if (!message) throw new Error('no message');
    const twice = { ...report, messages: [message, { ...message, severity: 'error' as const }] };
    const issues = JSON.parse(formats.gitlab([twice, clean]));
    expect(issues).toHaveLength(2);
    expect(issues[0]).toMatchObject({
      check_name: 'officialese',
      severity: 'minor',
      location: { path: 'content/faq/ответ, первый.mdx', lines: { begin: 3 } },
    });
    expect(issues[0].description).toContain('Готовая замена: «с помощью портала».');
    expect(issues[1].severity).toBe('major');
    expect(issues[0].fingerprint).not.toBe(issues[1].fingerprint);
    const word = { ...twice, unit: 'paragraph' as const };
    expect(JSON.parse(formats.gitlab([word]))[0].description).toMatch(/^Абзац \d+\. /);
  });

  it('stylish: leads to the page of each rule, once', () => {
    const [message] = report.messages;
    if (!message) throw new Error('no message');
    const fault = { ...message, rule: 'ignore-unused' as const };
    const text = formats.stylish([{ ...report, messages: [message, message, fault] }], {
      site: 'https://kb.example',
    });
    expect(text.split('\n\n')[1]).toBe('О правилах:\n  https://kb.example/rules/officialese');
  });

  it('json: every finding with its place', () => {
    const parsed = JSON.parse(formats.json([report, clean]));
    expect(parsed.files[0].messages[0]).toMatchObject({ line: 3, column: 19, endLine: 3, endColumn: 38 });
    expect(parsed.files[0].messages[0]).toMatchObject({ fix: 'swap', changes: ['swap', 'rewrite'] });
    expect(parsed.summary).toEqual({ hint: 0, warning: 1, error: 0, files: 2, ignored: 0 });
  });

  it('github: workflow commands with escaped properties', () => {
    expect(formats.github([report]).split('\n')[0]).toBe(
      '::warning file=content/faq/ответ%2C первый.mdx,line=3,endLine=3,col=19,endColumn=38,title=officialese::«Посредством»: канцелярит. Лучше: через. Готовая замена: «с помощью портала».',
    );
  });

  it('github: nothing in a name or a message ends the command early', () => {
    const [message] = report.messages;
    if (!message) throw new Error('no message');
    const awkward = { ...message, message: '100 % :: да\r\nнет, a:b', expected: [], changes: [] };
    const [line] = formats.github([{ ...report, file: 'a:b,c%25\n.md', messages: [awkward] }]).split('\n');
    expect(line).toBe(
      '::warning file=a%3Ab%2Cc%2525%0A.md,line=3,endLine=3,col=19,endColumn=38,title=officialese::100 %25 :: да%0D%0Aнет, a:b',
    );
  });

  it('all: a document without lines is counted in paragraphs', () => {
    const text = 'Ответ\n\nПодайте\nзаявление посредством портала.';
    const from = text.indexOf('посредством');
    const messages = report.messages.map((one) => ({ ...one, start: from, end: from + 19 }));
    const letter: FileReport = { ...report, file: 'a.docx', source: text, messages, unit: 'paragraph' };
    expect(formats.stylish([letter])).toMatch(/^a\.docx\n {2}абзац 2 {2}предупреждение/);
    expect(JSON.parse(formats.json([letter])).files[0].messages[0]).toMatchObject({
      paragraph: 2,
      column: 19,
    });
    expect(formats.github([letter])).toMatch(/^::warning file=a\.docx,title=officialese::Абзац 2\. «Поср/);
    expect(JSON.parse(formats.sarif([letter])).runs[0].results[0].locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'a.docx', index: 0 } },
        logicalLocations: [{ name: 'абзац 2', kind: 'paragraph' }],
      },
    ]);
  });

  it('sarif: results with regions and fixes', () => {
    const { version, runs } = JSON.parse(formats.sarif([report, clean]));
    expect(version).toBe('2.1.0');
    const [result] = runs[0].results;
    expect(runs[0].tool.driver.rules[result.ruleIndex].id).toBe('officialese');
    expect(result).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: { region: { startLine: 3, startColumn: 19, charOffset: start, charLength: 19 } },
        },
      ],
    });
    expect(result.fixes.map(({ properties }: { properties: unknown }) => properties)).toEqual([
      { change: 'swap' },
      { change: 'rewrite' },
    ]);
    expect(result.fixes[1].description.text).toBe('Переписать: «через портал»');
    expect(runs[0].artifacts[0].location.uri).not.toMatch(/[ А-я]/);
  });
});
