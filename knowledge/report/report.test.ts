import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem.ts';
import { reportFormats } from './index.ts';

const problems: Problem[] = [
  {
    severity: 'missing',
    rule: 'missing-fact',
    file: 'agency.yml',
    line: 17,
    column: 3,
    message: 'Приказ не называет адрес.',
  },
  {
    severity: 'error',
    rule: 'schema',
    file: 'faq/a/x.mdx',
    line: 3,
    column: 8,
    message: 'title: нужно не меньше 3 знаков.',
  },
  {
    severity: 'warning',
    rule: 'typed-phone',
    file: 'faq/a/x.mdx',
    line: 12,
    column: 1,
    message: '100 %: номер, набранный вручную.',
  },
];
const context = { pages: 21, folder: 'content' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the report of a check', () => {
  it('for people: missing facts apart, errors by file, one line that sums up', () => {
    expect(plain(reportFormats.stylish(problems, context))).toBe(
      [
        'Не хватает сведений',
        'agency.yml\n  17:3  Приказ не называет адрес.',
        'Ошибки',
        'faq/a/x.mdx\n  3:8   ошибка  title: нужно не меньше 3 знаков.  [schema]\n  12:1  предупреждение  100 %: номер, набранный вручную.  [typed-phone]',
        '1 ошибка и 1 предупреждение в 1 файле, всего прочитано: 21 страница. Не хватает 1 сведения.',
      ].join('\n\n'),
    );
    expect(plain(reportFormats.stylish([], context))).toBe('Ошибок нет, всего прочитано: 21 страница.');
  });

  it('for programs', () => {
    expect(JSON.parse(reportFormats.json(problems, context))).toEqual({
      problems,
      summary: { errors: 1, warnings: 1, missing: 1, pages: 21 },
    });
  });

  it('for GitLab: one issue a problem, beside its line', () => {
    const issues = JSON.parse(reportFormats.gitlab([...problems, ...problems], context));
    expect(issues).toHaveLength(6);
    expect(issues[1]).toEqual({
      description: 'title: нужно не меньше 3 знаков.',
      check_name: 'schema',
      fingerprint: 'content/faq/a/x.mdx schema title: нужно не меньше 3 знаков. 1',
      severity: 'major',
      location: { path: 'content/faq/a/x.mdx', lines: { begin: 3 } },
    });
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(6);
    expect(issues[0].severity).toBe('info');
  });

  it('for GitHub: one command a problem, with what has a meaning there escaped', () => {
    const [notice, error, warning] = reportFormats.github(problems, context).split('\n');
    expect(notice).toBe(
      '::notice file=content/agency.yml,line=17,col=3,title=missing-fact::Приказ не называет адрес.',
    );
    expect(error).toBe(
      '::error file=content/faq/a/x.mdx,line=3,col=8,title=schema::title: нужно не меньше 3 знаков.',
    );
    expect(warning).toBe(
      '::warning file=content/faq/a/x.mdx,line=12,col=1,title=typed-phone::100 %25: номер, набранный вручную.',
    );
  });
});
