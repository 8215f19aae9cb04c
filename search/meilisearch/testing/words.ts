/** A document of the double. */
export type Document = Readonly<Record<string, unknown>> & { readonly id: string };

/** One query of a federated request, as far as the double understands it. */
export interface DoubleQuery {
  readonly q?: string;
  readonly filter?: readonly string[];
  readonly attributesToSearchOn?: readonly string[];
  readonly matchingStrategy?: 'last' | 'all' | 'frequency';
}

const mostWords = 10;

/**
 * Finds documents as Meilisearch does with our settings: the first ten words of the query, the last one as a prefix unless a space
 * follows, documents with all words first, then those without the last or the most frequent word, and so on.
 *
 * @returns documents with a score 0…1, the best first
 */
export function matchingDocuments(
  documents: readonly Document[],
  { q = '', filter = [], attributesToSearchOn = [], matchingStrategy = 'last' }: DoubleQuery,
): { document: Document; score: number }[] {
  const words = q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  const open = !/\s$/.test(q);
  const allowed = documents.filter((document) => filter.every((rule) => holds(document, rule)));
  const having = words.map((word, place) => {
    const fits =
      open && place === words.length - 1
        ? (own: string) => own.startsWith(word)
        : (own: string) => own === word;
    const found = new Map<Document, number>();
    for (const document of allowed) {
      const field = attributesToSearchOn.findIndex((name) => wordsOf(document, name).some(fits));
      if (field !== -1) found.set(document, 1 - field / attributesToSearchOn.length);
    }
    return found;
  });
  const order = matchingStrategy === 'frequency' ? having.toSorted((a, b) => a.size - b.size) : having;
  const results = new Map<Document, number>();
  for (let count = order.length; count > 0; count--) {
    const wanted = order.slice(0, count);
    const [first = new Map<Document, number>()] = wanted;
    for (const document of first.keys()) {
      if (results.has(document) || !wanted.every((found) => found.has(document))) continue;
      const fields = wanted.reduce((sum, found) => sum + (found.get(document) ?? 0), 0) / count;
      results.set(document, (count - 1 + fields) / order.length);
    }
    if (matchingStrategy === 'all') break;
  }
  return [...results].map(([document, score]) => ({ document, score })).sort((a, b) => b.score - a.score);
}

function holds(document: Document, rule: string): boolean {
  const [, name = '', value = ''] = /^(\w+) = (".*")$/.exec(rule) ?? [];
  return document[name] === JSON.parse(value || '""');
}

const split = new WeakMap<Document, Map<string, readonly string[]>>();

function wordsOf(document: Document, field: string): readonly string[] {
  const fields = split.get(document) ?? new Map<string, readonly string[]>();
  split.set(document, fields);
  const words = fields.get(field) ?? String(document[field] ?? '').split(' ');
  fields.set(field, words);
  return words;
}
