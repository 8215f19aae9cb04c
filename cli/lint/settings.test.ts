import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFolder } from '../../knowledge/testing/content-folder.ts';
import { runLint } from './testing/run.ts';

const note = 'Подайте заявление посредством портала. Решение принято комиссией.\n';

/** A folder of content with these files; lints one of them and gives the findings as `rule severity`. */
async function found(files: Record<string, string>, file: string, ...args: string[]) {
  const folder = await contentFolder(files);
  const { code, out } = await runLint(join(folder, file), '--content', folder, '--format', 'json', ...args);
  if (code === 2) throw new Error(out);
  const { files: reports, summary } = JSON.parse(out);
  return {
    code,
    read: summary.files,
    findings: reports.flatMap((report: { messages: { rule: string; severity: string }[] }) =>
      report.messages.map(({ rule, severity }) => `${rule} ${severity}`),
    ),
  };
}

/** Lints a text beside settings that are wrong; gives the report with the folder left out. */
async function wrong(settings: string, more: Record<string, string> = {}, ...args: string[]) {
  const folder = await contentFolder({ 'note.txt': note, 'ponyatno.yml': settings, ...more });
  const { code, out } = await runLint(join(folder, 'note.txt'), '--content', folder, ...args);
  return { code, out: out.replaceAll(/[^\s"]*\/(?=ponyatno\.yml|phrases\.yml)/g, '') };
}

describe('settings', () => {
  it('switch rules off and make others louder, for all files beside and below', async () => {
    const settings = 'rules:\n  passive: off\n  officialese: error\n';
    expect(await found({ 'ponyatno.yml': settings, 'a/b/note.txt': note }, 'a/b/note.txt')).toMatchObject({
      code: 1,
      findings: ['officialese error'],
    });
  });

  it('are the nearest upward, whatever the name', async () => {
    const files = {
      'ponyatno.yml': 'rules: { passive: off }\n',
      'a/.ponyatno.yml': 'rules: { officialese: off }\n',
      'a/note.txt': note,
    };
    expect((await found(files, 'a/note.txt')).findings).toEqual(['passive warning']);
  });

  it('may differ by kind of text and by path; what stands later wins', async () => {
    const settings = [
      'rules: { passive: error }',
      'profiles: { letter: { rules: { passive: hint } } }',
      'files:',
      '  - { path: письма/**, profile: letter }',
      '  - { path: [письма/старые], rules: { officialese: off } }',
    ].join('\n');
    const files = {
      'ponyatno.yml': settings,
      'note.txt': note,
      'письма/note.txt': note,
      'письма/старые/note.txt': note,
    };
    expect((await found(files, 'note.txt')).findings).toEqual(['officialese warning', 'passive error']);
    expect((await found(files, 'письма/note.txt')).findings).toEqual(['officialese warning']);
    expect((await found(files, 'письма/старые/note.txt')).findings).toEqual([]);
    expect((await found(files, 'письма/note.txt', '--profile', 'page')).findings).toEqual([
      'officialese warning',
      'passive error',
    ]);
  });

  it('leave files alone, in folders and when they are named', async () => {
    const files = { 'ponyatno.yml': 'ignore: архив\n', 'архив/a.txt': note, 'b.txt': 'Всё хорошо.\n' };
    expect(await found(files, 'архив/a.txt')).toEqual({ code: 0, read: 0, findings: [] });
  });

  it('know terms and names of their own, and cap a paragraph', async () => {
    const files = {
      'ponyatno.yml': 'terms: ЦОД\nnames: [Центр посредством связи]\ncap: 1\n',
      'a.txt': 'Обратитесь в ЦОД.\n\nЭто Центр посредством связи.\n',
      'b.txt': note,
    };
    expect((await found(files, 'a.txt')).findings).toEqual([]);
    expect((await found(files, 'b.txt')).findings).toEqual(['officialese warning']);
  });

  it('LN-11: set budgets of their own', async () => {
    const text = 'На основании заявления срок продлили. В связи с ремонтом приём закрыт.\n';
    const settings = 'budgets: { allowed: { perParagraph: 1 } }\n';
    expect((await found({ 'a.txt': text }, 'a.txt')).findings).toEqual([]);
    expect((await found({ 'ponyatno.yml': settings, 'a.txt': text }, 'a.txt')).findings).toEqual([
      'cliche-density warning',
    ]);
  });

  it('add phrases of the agency, here or in a file beside', async () => {
    const phrase =
      '- { pattern: лицевой счёт, example: Лицевой счёт открыт., plain: счёт, replace: счёт, severity: error }\n';
    const files = {
      'ponyatno.yml': 'phrases: phrases.yml\n',
      'phrases.yml': phrase,
      'a.txt': 'Деньги придут на лицевой счёт.\n',
    };
    expect((await found(files, 'a.txt')).findings).toEqual(['officialese error']);
    const inline = { ...files, 'ponyatno.yml': `phrases:\n  ${phrase}` };
    expect((await found(inline, 'a.txt')).findings).toEqual(['officialese error']);
  });

  it('may be empty, and may be one file for all', async () => {
    expect((await found({ 'ponyatno.yml': '# пока ничего\n', 'a.txt': note }, 'a.txt')).code).toBe(1);
    const folder = await contentFolder({ 'a.txt': note, 'x/own.yml': 'rules: { passive: off }\n' });
    const { out } = await runLint(`${folder}/a.txt`, '--config', `${folder}/x/own.yml`);
    expect(out).not.toContain('[passive]');
    expect(await runLint(`${folder}/a.txt`, '--config', `${folder}/нет.yml`)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Файла настроек «.*нет\.yml» нет\./),
    });
  });
});

describe('settings point at their own errors', () => {
  it('at the rule that there is none of, with the nearest', async () => {
    expect(await wrong('rules:\n  officialese: error\n  pasive: off\n')).toEqual({
      code: 2,
      out: [
        'ponyatno.yml',
        '  3:3  ошибка  Такого правила нет: «pasive». Есть «passive».  [config-invalid]',
        '',
        '1 ошибка в 1 файле. Проверено: 1 файл.',
      ].join('\n'),
    });
  });

  it.each([
    ['rule: {}\n', '1:1  ошибка  Поля «rule» здесь не бывает. Есть «rules».'],
    [
      'rules:\n  passive: loud\n',
      '2:12  ошибка  rules.passive: здесь бывает только: off, hint, warning, error. Стоит «loud».',
    ],
    [
      'files:\n  - path: a\n    rules: { бред: off }\n',
      '3:14  ошибка  Такого правила нет: «бред». Бывают: officialese, ',
    ],
    [
      'profiles:\n  letter:\n    rules:\n      brushoff: off\n',
      '4:7  ошибка  Такого правила нет: «brushoff». Есть «brush-off».',
    ],
    ['cap: много\n', '1:6  ошибка  cap: ожидается число, а стоит «много».'],
    ['rules: [\n', '2:1  ошибка  Сбит отступ.'],
    [
      'phrases:\n  - { pattern: счёт, example: Денег нет., plain: счёт }\n',
      '2:31  ошибка  Образец «счёт» ничего не находит в своём примере «Денег нет.».',
    ],
    [
      'phrases:\n  - { pattern: "<NOUN", example: Денег нет., plain: x }\n',
      '2:16  ошибка  Образец «<NOUN» не читается.',
    ],
    ['phrases: нет.yml\n', '1:10  ошибка  Файла «нет.yml» с оборотами нет.'],
  ])('%j', async (settings, line) => {
    const { code, out } = await wrong(settings);
    expect([code, out]).toEqual([2, expect.stringContaining(`  ${line}`)]);
  });

  it('in the file of phrases, at the line of the phrase', async () => {
    const phrases =
      '- { pattern: счёт, example: Счёт открыт., plain: x }\n- { pattern: счёт, exmaple: Счёт. }\n';
    const { code, out } = await wrong('phrases: phrases.yml\n', { 'phrases.yml': phrases });
    expect(code).toBe(2);
    expect(out).toMatch(/^phrases\.yml\n/);
    expect(out).toContain('2:20  ошибка  Поля «exmaple» здесь не бывает. Есть «example».');
  });

  it('in every format', async () => {
    const bad = 'rules: { pasive: off }\r\n';
    const json = await wrong(bad, {}, '--format', 'json');
    expect(JSON.parse(json.out).files[0].messages[0]).toMatchObject({
      rule: 'config-invalid',
      line: 1,
      column: 10,
      endColumn: 16,
      actual: 'pasive',
    });
    expect((await wrong(bad, {}, '--format', 'github')).out).toMatch(
      /^::error ponyatno\.yml,line=1,endLine=1,col=10,endColumn=16,title=config-invalid::Такого правила нет/,
    );
    const sarif = JSON.parse((await wrong(bad, {}, '--format', 'sarif')).out);
    expect(sarif.runs[0].results[0]).toMatchObject({ ruleId: 'config-invalid', level: 'error' });
    expect([json.code, json.code]).toEqual([2, 2]);
  });
});
