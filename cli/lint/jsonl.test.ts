import { Readable, Writable } from 'node:stream';
import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { lintLines } from './jsonl.ts';

async function run(...lines: string[]) {
  const written: string[] = [];
  const output = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  await lintLines({ dictionary: openDictionary() }, Readable.from([lines.join('\n')]), output);
  return written
    .join('')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe('ponyatno lint --jsonl', () => {
  it('answers line by line, in order, with offsets into the text', async () => {
    const rows = await run(
      '{"id":"1","text":"Ваш вопрос взят на контроль."}',
      '{"id":2,"text":"Ответ придёт 5 мая.","letter":"final-reply"}',
    );
    expect(rows.map(({ id }) => id)).toEqual(['1', 2]);
    expect(rows[0].messages[0]).toEqual(
      expect.objectContaining({
        rule: 'brush-off',
        severity: 'error',
        start: 4,
        end: 27,
        actual: 'вопрос взят на контроль',
        expected: [],
        message: expect.stringContaining('отписка'),
      }),
    );
    expect(rows[1].readability).toMatchObject({ words: 3, sentences: 1 });
  });

  it('passes over blank lines and needs no id', async () => {
    expect(await run('', '{"text":""}', '')).toEqual([
      {
        messages: [],
        readability: expect.objectContaining({ grade: null, words: 0 }),
        budgets: [expect.objectContaining({ rule: 'cliche-density', count: 0, limit: 3, exceeded: false })],
      },
    ]);
  });

  it('names the line that it cannot read', async () => {
    await expect(run('{"text":"а"}', 'б')).rejects.toThrow(/^Строка 2 — не JSON/);
    await expect(run('{"text":"а","letter":"firstreply"}')).rejects.toThrow(
      /^Строка 1: вида письма «firstreply» нет\. Бывают: first-reply, /,
    );
    await expect(run('{"id":"1"}')).rejects.toThrow(/^Строка 1: нужен объект с полем text/);
  });
});
