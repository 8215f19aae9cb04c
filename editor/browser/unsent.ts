/** The beginning of the keys that say which letters have words in this browser that the server has not. */
const prefix = 'ponyatno.unsent:';

/** Says that a copy of a letter holds words the server has not, or that it has them all now. */
export function markUnsent(copy: string, unsent: boolean, storage: () => Storage = () => localStorage): void {
  try {
    if (unsent) storage().setItem(prefix + copy, '1');
    else storage().removeItem(prefix + copy);
  } catch {
    // A browser that keeps nothing holds no copy either.
  }
}
