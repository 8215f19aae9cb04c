/**
 * The page to go to after signing in: a path of ours, whatever somebody wrote into the address; never the page of signing in
 * itself, and nothing that a browser could take for another server.
 */
export function safeNext(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/';
  const base = 'http://ponyatno.invalid';
  if (wanted.startsWith('//') || !URL.canParse(wanted, base)) return '/';
  const url = new URL(wanted, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return '/';
  if (/^\/(?:sign-in|api)(?:\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
