const key = 'ponyatno.seen-comments';
/** More than a person reads in a year of drafts. */
const kept = 2_000;

/** Comments that call this person and were looked at in this browser. */
export function seenComments(): ReadonlySet<string> {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(list) ? list.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Remembers that comments were looked at. */
export function keepSeen(ids: readonly string[]): void {
  try {
    const all = new Set([...seenComments(), ...ids]);
    localStorage.setItem(key, JSON.stringify([...all].slice(-kept)));
  } catch {
    // A browser that keeps nothing shows the mark again next time.
  }
}
