import { readFileSync } from 'node:fs';
import type { Dictionary } from '@ponyatno/russian';
import type { SearchIndex } from '../../engine/search-index.ts';
import { buildIndexFrom } from '../../index.ts';
import { type JudgedQuery, readQueries } from '../evaluate.ts';

/** An index of short invented pages of other agencies: no pinned questions, no keywords, no synonyms of its own. */
export function otherIndex(dictionary: Dictionary): SearchIndex {
  const pages = readFileSync(new URL('pages.tsv', import.meta.url), 'utf8')
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
export function otherQueries(): JudgedQuery[] {
  return readQueries(new URL('queries.tsv', import.meta.url));
}
