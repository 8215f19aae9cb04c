import type { Content, Page } from '../content.ts';
import type { Fact } from '../schema/common.ts';
import { isPublished, type PublicKind } from './publishable.ts';

/** The unit of every public page: who answers for a page is the agency's own business. */
export const publicUnit = 'agency';

/** The reason why a fact is missing is said to the staff; a reader only learns that it is. */
const notGiven = 'Не указано';

/** A fact as everybody may see it: the value and its clause, never why there is none. */
export function publicFact<Value>(fact: Fact<Value>): Fact<Value> {
  const clause = fact.clause === undefined ? {} : { clause: fact.clause };
  return 'missing' in fact ? { missing: notGiven, ...clause } : { value: fact.value, ...clause };
}

/** The front matter of a published page: named fields only, so that a field which is added later stays with the staff. */
export function publicData(page: Page<PublicKind>, content: Content): Record<string, unknown> {
  const { id, title, topics, needs, basis, keywords, queries } = page.data;
  return {
    id,
    title,
    function: page.data.function,
    audience: 'public',
    topics,
    needs,
    basis: basis.filter(({ act }) => isPublished(content.page(act), content)),
    keywords,
    queries,
    ...ownFields(page),
  };
}

function ownFields(page: Page<PublicKind>): Record<string, unknown> {
  switch (page.kind) {
    case 'function': {
      const { summary, clients, channels, contacts } = page.data;
      const shown = contacts.map(({ label, value }) => ({ label, value: publicFact(value) }));
      return { summary, clients, channels, contacts: shown, unit: publicUnit };
    }
    case 'regulation': {
      const { number, date, edition, authority, issuer, source } = page.data;
      // The name of a file of ours tells nobody where to read the act.
      return {
        number,
        date,
        edition,
        authority,
        issuer,
        source: /^https?:\/\//i.test(source) ? source : '—',
      };
    }
    case 'faq':
      return { spoken: page.data.spoken };
    case 'contact': {
      const { body, remit, phone, site, address } = page.data;
      const where = address === undefined ? {} : { address: publicFact(address) };
      return { body, remit, phone: publicFact(phone), site: publicFact(site), ...where };
    }
    case 'note':
      return {};
  }
}
