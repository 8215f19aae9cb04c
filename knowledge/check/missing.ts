import type { Problem } from '../problem.ts';
import { type Check, type CheckedReading, reporter } from './check.ts';
import { stringsOf } from './strings.ts';

/** Facts that nobody has given yet: `missing` in the profile, in units, in calendars and on pages. They are listed and fail nothing. */
export const missing: Check = (reading) => {
  const { agency, units, pages, calendar } = reading.content;
  return [
    ...missingIn(agency, 'agency.yml', reading),
    ...missingIn(units, 'units.yml', reading),
    ...[...calendar.years.values()].flatMap((year) => missingIn(year, `calendar/${year.year}.yml`, reading)),
    ...pages.flatMap((page) => missingIn(page.data, page.file, reading)),
  ];
};

function missingIn(data: unknown, file: string, reading: CheckedReading): Problem[] {
  const report = reporter('missing-fact', reading, 'missing');
  return stringsOf(data).flatMap(({ path, text }) => {
    const index = path.indexOf('missing');
    return index < 0 ? [] : [report.at(file, path, text)];
  });
}
