import { customAlphabet } from 'nanoid';

const random = customAlphabet('abcdefghijkmnpqrstuvwxyz23456789', 6);

/** Where branches of proposals stand. */
export const branchPrefix = 'propose/';

/**
 * The name of a new branch: `propose/2026-11-26-faq-urgent-reply-k3x9ab`.
 *
 * @param day `yyyy-mm-dd`
 * @param file a page of the content: its path has nothing but ASCII, see `placeOf`
 */
export function branchName(day: string, file: string): string {
  const slug = file
    .replace(/\.mdx$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return `${branchPrefix}${day}-${slug}-${random()}`;
}
