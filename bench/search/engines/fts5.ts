import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Ask, documentsOf, type Engine } from '../engine.ts';

/** FTS5 by whole words: any of them, the last one as a beginning. It has no word forms and forgives no slip. */
export const fts5: Engine = engineOf(`tokenize='unicode61', prefix='2 3 4'`, (words) =>
  words.map((word, place) => `"${word}"${place === words.length - 1 ? '*' : ''}`),
);

/** FTS5 by runs of three letters: finds parts of words, and words with a slip. */
export const fts5Trigram: Engine = engineOf(`tokenize='trigram'`, (words) => [
  ...new Set(words.flatMap((word) => trigrams(word).map((run) => `"${run}"`))),
]);

function engineOf(tokens: string, terms: (words: readonly string[]) => string[]): Engine {
  return {
    facets: true,
    build(pages, folder) {
      const base = new DatabaseSync(join(folder, 'search.sqlite'));
      base.exec(
        `CREATE VIRTUAL TABLE record USING fts5(title, heading, body, kind UNINDEXED, function UNINDEXED, ${tokens}); BEGIN`,
      );
      const insert = base.prepare('INSERT INTO record VALUES (?, ?, ?, ?, ?)');
      for (const { title, heading, text, kind, function: owner } of documentsOf(pages))
        insert.run(title, heading, text, kind, owner);
      base.exec(`COMMIT; INSERT INTO record(record) VALUES ('optimize')`);
      base.close();
    },
    open: (folder) => askerOf(new DatabaseSync(join(folder, 'search.sqlite'), { readOnly: true }), terms),
  };
}

function askerOf(base: DatabaseSync, terms: (words: readonly string[]) => string[]): Ask {
  const best = base.prepare(
    'SELECT rowid, title FROM record WHERE record MATCH ? ORDER BY bm25(record, 3, 2, 1) LIMIT 10',
  );
  const counts = (['kind', 'function'] as const).map((name) =>
    base.prepare(`SELECT ${name}, count(*) FROM record WHERE record MATCH ? GROUP BY 1`),
  );
  return (query, facets) => {
    const match = terms(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' OR ');
    if (match === '') return 0;
    if (facets) for (const count of counts) count.all(match);
    return best.all(match).length;
  };
}

function trigrams(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, place) => word.slice(place, place + 3));
}
