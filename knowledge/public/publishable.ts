import type { Page, PartialContent } from '../content.ts';
import { placeOf } from '../read/place.ts';
import type { PageKind } from '../schema/page.ts';

/** Kinds of pages that a public site may have. Letters, scripts, job descriptions and decisions are tools of the staff, whatever they are marked. */
export const publicKinds = ['function', 'faq', 'contact', 'regulation', 'note'] as const;
/** A kind of page that a public site may have. */
export type PublicKind = (typeof publicKinds)[number];

type Known = Pick<PartialContent, 'page' | 'functionOf'>;

/** Whether a kind of page may be public. */
export function isPublicKind(kind: PageKind): kind is PublicKind {
  return (publicKinds as readonly PageKind[]).includes(kind);
}

/** Whether the public site shows a page: it is marked so, of a public kind, and neither its function nor its folder is the staff's. */
export function isPublished(page: Page | undefined, content: Known): page is Page<PublicKind> {
  if (page === undefined || page.audience !== 'public' || !isPublicKind(page.kind)) return false;
  if (content.functionOf(page)?.audience !== 'public') return false;
  const folder = placeOf(page.file)?.function;
  return folder === undefined || content.page(folder)?.audience === 'public';
}

/** Addresses of the public site that are not pages of the content. */
export const publicAddresses = ['/', '/functions', '/contacts', '/glossary'] as const;

/** What a public page may say of the profile: the paths of values, and everything below them. */
const publicValues = [
  'name',
  'site',
  'address',
  'directions',
  'email',
  'codes',
  'officeHours',
  'head',
  'line.phone',
  'line.hours',
  'line.averageTerms',
  'links',
  'history',
];

/** Whether a public page may show this value of the profile. */
export function isPublicValue(path: string): boolean {
  return publicValues.some((open) => path === open || path.startsWith(`${open}.`));
}
