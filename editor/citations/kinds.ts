import type { PageKind } from '#knowledge';

/** Letters quote no letters, no scripts and no job descriptions. */
export const citedKinds: ReadonlySet<PageKind> = new Set<PageKind>([
  'faq',
  'case',
  'regulation',
  'function',
  'contact',
  'note',
]);

/** `id` of the piece that is read aloud. */
export const spokenPiece = 'spoken';
