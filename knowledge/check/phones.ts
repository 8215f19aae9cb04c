import type { Page, PartialContent } from '../content.ts';
import type { Problem } from '../problem.ts';
import { normalisePhone } from '../profile.ts';
import type { Fact } from '../schema/common.ts';
import { type Check, type CheckedReading, reporter } from './check.ts';
import { stringsOf } from './strings.ts';

/** A Russian number with its code: «8 (383) 238-73-20», «+7 383 238 73 20», «8-800-555-35-35». */
const phonePattern = /(?<![\d№/-])(?:\+7|8|7)[\s\u00a0(–-]*\d{3,5}(?:[\s\u00a0)(–-]*\d){5,7}(?![\d/])/gu;

/** CL-2: telephone numbers typed by hand. One that changes in the profile would stay old on the page. */
export const phones: Check = (reading) => {
  const known = knownPhones(reading.content);
  return reading.content.pages.flatMap((page) => [
    ...bodyPhones(page, known, reading),
    ...frontMatterPhones(page, known, reading),
  ]);
};

/** Numbers that the agency answers for, each with its path in the profile, when it has one. */
function knownPhones(content: PartialContent): Map<string, string | undefined> {
  const known = new Map<string, string | undefined>();
  const add = (fact: Fact<string> | undefined, path?: string) => {
    if (!fact || !('value' in fact)) return;
    const phone = normalisePhone(fact.value);
    if (!known.has(phone)) known.set(phone, path);
  };
  add(content.agency?.line?.phone, 'line.phone');
  for (const unit of content.units) add(unit.phone);
  for (const page of content.pagesOf('contact')) add(page.data.phone);
  return known;
}

function bodyPhones(
  page: Page,
  known: ReadonlyMap<string, string | undefined>,
  reading: CheckedReading,
): Problem[] {
  const report = reporter('typed-phone', reading, 'warning');
  return page.body.split('\n').flatMap((line, index) =>
    phonesIn(line).flatMap((match) => {
      const message = bodyMessage(match[0], known);
      const position = { line: page.bodyLine + index, column: match.index + 1 };
      return message === undefined ? [] : [report.on(page.file, position, message)];
    }),
  );
}

function bodyMessage(text: string, known: ReadonlyMap<string, string | undefined>): string | undefined {
  const phone = normalisePhone(text);
  if (!known.has(phone)) return unknownPhone(text);
  const path = known.get(phone);
  if (path === undefined) return undefined;
  return `Номер ${text} набран вручную. Поставьте <Value path="${path}" />: тогда он сменится вместе с профилем.`;
}

/** Front matter cannot hold components, so there a number only has to be one that the agency knows. */
function frontMatterPhones(
  page: Page,
  known: ReadonlyMap<string, string | undefined>,
  reading: CheckedReading,
): Problem[] {
  const report = reporter('typed-phone', reading, 'warning');
  // Contacts are where numbers are entered: their pages and the contacts of a function are the source, not a copy.
  const { phone: _phone, contacts: _contacts, ...data } = page.data as Record<string, unknown>;
  return stringsOf(data).flatMap(({ path, text }) =>
    phonesIn(text)
      .filter((match) => !known.has(normalisePhone(match[0])))
      .map((match) => report.at(page.file, path, unknownPhone(match[0]))),
  );
}

/** Numbers with all their eleven digits: «7 500 000 000 рублей» has ten. */
function phonesIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(phonePattern)].filter(([phone]) => phone.replaceAll(/\D/g, '').length === 11);
}

function unknownPhone(text: string): string {
  return `Номера ${text} нет ни в профиле, ни у подразделений, ни в contacts. Внесите его туда или проверьте цифры.`;
}
