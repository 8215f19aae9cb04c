import type { Page, PartialContent } from '../content.ts';
import type { Problem } from '../problem.ts';
import { normalisePhone } from '../profile.ts';
import type { Fact } from '../schema/common.ts';
import { type Check, type CheckedReading, reporter } from './check.ts';
import { stringsOf } from './strings.ts';

/** A Russian number with its code: «8 (383) 238-73-20», «+7 383 238 73 20», «8-800-555-35-35». */
const phonePattern = /(?<![\d№/-])(?:\+7|8|7)[\s\u00a0(–-]*\d{3,5}(?:[\s\u00a0)(–-]*\d){5,7}(?![\d/])/gu;

/** A number as it is said in its own town: «238-60-02»; in a smaller town «58-93-58». */
const localPattern = /(?<![\d№/.-])(?<!№[\s\u00a0])\d{2,3}-\d{2}-\d{2}(?![\d-])/gu;

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
  for (const value of content.agency?.line?.otherPhones ?? []) add({ value });
  for (const unit of content.units) {
    add(unit.phone);
    for (const { phone } of unit.people) add(phone);
  }
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
    phonesIn(line, known).flatMap(({ text, at }) => {
      const message = bodyMessage(text, known);
      const position = { line: page.bodyLine + index, column: at + 1 };
      return message === undefined ? [] : [report.on(page.file, position, message)];
    }),
  );
}

function bodyMessage(text: string, known: ReadonlyMap<string, string | undefined>): string | undefined {
  const phone = knownAs(text, known);
  if (phone === undefined) return unknownPhone(text);
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
    phonesIn(text, known)
      .filter((phone) => knownAs(phone.text, known) === undefined)
      .map((phone) => report.at(page.file, path, unknownPhone(phone.text))),
  );
}

/** The number among the known ones that a text names: in full, or without its code. */
function knownAs(text: string, known: ReadonlyMap<string, string | undefined>): string | undefined {
  const phone = normalisePhone(text);
  if (known.has(phone)) return phone;
  return phone.length < 10 ? [...known.keys()].find((one) => one.endsWith(phone)) : undefined;
}

/**
 * Numbers with all their eleven digits («7 500 000 000 рублей» has ten), and numbers without a code. Six digits in pairs
 * may also be a date, so they count only when they are a known number.
 */
function phonesIn(
  text: string,
  known: ReadonlyMap<string, string | undefined>,
): { readonly text: string; readonly at: number }[] {
  const full = [...text.matchAll(phonePattern)].filter(([phone]) => digitsIn(phone) === 11);
  const rest = full.reduce(
    (left, { 0: phone, index }) =>
      left.slice(0, index) + ' '.repeat(phone.length) + left.slice(index + phone.length),
    text,
  );
  const local = [...rest.matchAll(localPattern)].filter(
    ([phone]) => digitsIn(phone) === 7 || knownAs(phone, known) !== undefined,
  );
  return [...full, ...local].map(({ 0: phone, index }) => ({ text: phone, at: index }));
}

const digitsIn = (text: string) => text.replaceAll(/\D/g, '').length;

function unknownPhone(text: string): string {
  return `Номера ${text} нет ни в профиле, ни у подразделений, ни в contacts. Внесите его туда или проверьте цифры.`;
}
