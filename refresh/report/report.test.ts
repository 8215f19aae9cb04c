import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentOf, november, repository, writeRecord } from '../testing/checked-repository.ts';
import { refreshReportCsv } from './csv.ts';
import { refreshReport } from './report.ts';

it('RF-4, OT-7: the deputy reads by unit and month who checked, changed, was late or did nothing', async () => {
  const made = await repository();
  await writeRecord(made, 'letters', '2026-09', '=Закон; «сроки» и "штрафы"');
  made.commit({ at: '2026-10-02T10:00:00+07:00', by: 'Вера Сидорова', email: 'vera@example.ru' });
  await writeRecord(made, 'letters', '2026-10');
  made.commit({ at: '2026-10-10T10:00:00+07:00' });
  const path = 'content/faq/requests/wait.mdx';
  const text = await readFile(join(made.folder, path), 'utf8');
  await made.commitFiles({ [path]: text.replace('пяти', 'шести') }, { at: '2026-11-11T10:00:00+07:00' });

  const content = await contentOf(made);
  const report = await refreshReport({ content, now: november, from: '2026-09', to: '2026-11' });
  const short = report.rows.map(({ month, unit, state, pages, changedSince }) =>
    [month, unit.id, state, pages, changedSince].join(' '),
  );
  expect(short).toEqual([
    '2026-09 letters late 7 0',
    '2026-09 reception missing 6 0',
    '2026-10 letters checked 7 1',
    '2026-10 reception missing 6 0',
    '2026-11 letters pending 7 0',
    '2026-11 reception pending 6 0',
  ]);
  expect(report).toMatchObject({ clause: 'п. 7.7', totals: { checked: 1, late: 1, missing: 2, pending: 2 } });
  expect(report.rows[0]?.results).toEqual({ unchanged: 7, changed: 0, toChange: 0 });

  const csv = refreshReportCsv(report).split('\r\n');
  expect(csv).toHaveLength(8);
  expect(csv[1]).toBe(
    '2026-09;отдел писем;проверено с опозданием;2026-10-02;Вера Сидорова;7;7;0;0;0;"\'=Закон; «сроки» и ""штрафы""";Отзывов нет.;',
  );

  // After the month nothing is pending any more: what was not checked is missing.
  const december = november.add({ hours: 24 * 20 });
  const later = await refreshReport({ content, now: december, to: '2026-11' });
  expect(later.totals).toMatchObject({ missing: 2, pending: 0 });
  await expect(refreshReport({ content, now: november, from: '2026-11', to: '2026-10' })).rejects.toThrow(
    /начало позже конца/,
  );
  await expect(refreshReport({ content, now: november, from: '2026-1', to: '2026-10' })).rejects.toThrow(
    /«2026-1» — не месяц/,
  );
});
