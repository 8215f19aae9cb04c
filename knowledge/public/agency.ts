import type { Content } from '../content.ts';
import type { Agency } from '../schema/agency.ts';
import { publicFact, publicUnit } from './data.ts';
import { isPublished } from './publishable.ts';

/**
 * The profile as everybody may see it: names, contacts, hours, and the terms that public pages tell. Whatever is not named here
 * stays with the staff.
 *
 * @param terms the terms that published pages name
 */
export function publicAgency(content: Content, terms: ReadonlySet<string>): Record<string, unknown> {
  const { agency } = content;
  const { name, timeZone, site, address, directions, email, codes, officeHours, head, history } = agency;
  const order = isPublished(content.page(agency.order), content) ? agency.order : 'order';
  return {
    id: publicUnit,
    name,
    order,
    timeZone,
    site: publicFact(site),
    address: publicFact(address),
    directions: publicFact(directions),
    email: publicFact(email),
    ...(codes === undefined ? {} : { codes: publicFact(codes) }),
    ...(agency.line === undefined ? {} : { line: publicLine(agency.line) }),
    officeHours: publicFact(officeHours),
    head: publicFact(head),
    controller: { missing: 'Не указано' },
    links: Object.fromEntries(
      Object.entries(agency.links).flatMap(([key, fact]) => (fact ? [[key, publicFact(fact)]] : [])),
    ),
    terms: Object.fromEntries(Object.entries(agency.terms).filter(([key]) => terms.has(key))),
    counting: { dayOfReceipt: agency.counting.dayOfReceipt, reason: '—' },
    ...(history === undefined ? {} : { history }),
    letters: {},
    drafts: { expireAfterDays: 1 },
  };
}

function publicLine({ phone, otherPhones, hours, averageTerms, clause }: NonNullable<Agency['line']>) {
  const measured = Object.entries(averageTerms).map(([key, term]) => [
    key,
    'missing' in term ? { missing: 'Не указано', unit: publicUnit } : { ...term, unit: publicUnit },
  ]);
  return {
    phone: publicFact(phone),
    otherPhones,
    ...(hours === undefined ? {} : { hours }),
    averageTerms: Object.fromEntries(measured),
    clause,
  };
}
