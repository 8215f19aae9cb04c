import { readFileSync } from 'node:fs';
import type { Dictionary } from '@ponyatno/russian';
import type { SearchIndex } from '../../engine/search-index.ts';
import { buildIndexFrom } from '../../index.ts';
import { type JudgedQuery, readQueries } from '../evaluate.ts';

/** Made-up agencies with short pages: no pinned questions, no keywords, no synonyms of their own. */
export const otherAgencies = ['agencies', 'schools', 'city'] as const;
export type OtherAgency = (typeof otherAgencies)[number];

/** An index of the pages of one. */
export function otherIndex(dictionary: Dictionary, agency: OtherAgency = 'agencies'): SearchIndex {
  const pages = readFileSync(new URL(`${agency}/pages.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', title = '', text = ''] = line.split('\t');
      return {
        id,
        title,
        url: `/faq/other/${id}`,
        kind: 'faq',
        function: 'other',
        audience: 'public',
        spoken: '',
        queries: [],
        keywords: [],
        context: [],
        checked: '',
        passages: [{ heading: '', anchor: '', text }],
      } as const;
    });
  return buildIndexFrom({ pages, synonyms: [] }, dictionary);
}

/** The judged queries over those pages. */
export function otherQueries(agency: OtherAgency = 'agencies'): JudgedQuery[] {
  return readQueries(new URL(`${agency}/queries.tsv`, import.meta.url));
}
