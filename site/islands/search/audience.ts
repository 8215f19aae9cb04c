import type { Audience } from '#knowledge';

/** Whom this page is for: the public site says so on its root. */
export function audienceOfPage(): Audience {
  return globalThis.document?.documentElement.dataset.audience === 'public' ? 'public' : 'staff';
}
