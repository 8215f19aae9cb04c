const key = 'ponyatno.name';

/** How the person calls himself or herself in drafts: kept in this browser, because there are no accounts yet. */
export function ownName(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps the name for the next draft and the next visit. */
export function keepOwnName(name: string): void {
  try {
    localStorage.setItem(key, name);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
