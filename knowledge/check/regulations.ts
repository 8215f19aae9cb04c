import type { Page } from '../content.ts';
import { type Check, reporter } from './check.ts';

/** Number and date of an act: known or said to be missing, and in agreement with the stamp on its annex or explained. */
export const regulations: Check = (reading) => {
  const stamps = reporter('stamp', reading);
  const facts = reporter('schema', reading);
  return reading.content
    .pagesOf('regulation')
    .flatMap((page) => [
      ...stampFaults(page).map(([field, message]) => stamps.at(page.file, ['stamp', field], message)),
      ...unknownFacts(page).map((message) => facts.at(page.file, [], message)),
    ]);
};

function stampFaults({ data }: Page<'regulation'>): [field: string, message: string][] {
  const { stamp, defects } = data;
  if (!stamp) return [];
  const explained = (printed: string) => defects.some((defect) => defect.includes(printed));
  const faults: [string, string][] = [];
  if (data.number !== undefined && bare(stamp.number) !== bare(data.number) && !explained(stamp.number))
    faults.push([
      'number',
      `В грифе приложения стоит № ${stamp.number}, а у акта № ${data.number}. Исправьте поле или объясните расхождение в defects, назвав «${stamp.number}».`,
    ]);
  const date = data.date?.split('-').toReversed().join('.');
  if (date !== undefined && bare(stamp.date) !== date && !explained(stamp.date))
    faults.push([
      'date',
      `В грифе приложения стоит дата ${stamp.date}, а у акта ${date}. Исправьте поле или объясните расхождение в defects, назвав «${stamp.date}».`,
    ]);
  return faults;
}

/** «№ 102/53 » and «102/53» are one number. */
function bare(text: string): string {
  return text.replaceAll(/[№\s]|г\.$/gu, '').replaceAll('–', '-');
}

function unknownFacts({ data }: Page<'regulation'>): string[] {
  if (data.missing.length > 0) return [];
  const names = [
    ...(data.number === undefined ? ['number (номер)'] : []),
    ...(data.date === undefined ? ['date (дата)'] : []),
  ];
  return names.map((name) => `У акта нет поля ${name}. Впишите его или скажите в missing, почему его нет.`);
}
