const key = 'person';

/** Who is signed in, as `/api/me` says it. */
interface Me {
  readonly person?: { readonly name: string };
}

/**
 * Puts the name of who is signed in, and the way out, into the header. Pages are built once for everybody, so the name comes
 * afterwards; what was said last time is shown at once, so that nothing jumps from page to page.
 */
export async function showPerson(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-person]');
  if (place === null) return;
  show(place, remembered());
  const answer = await fetch('/api/me').catch(() => undefined);
  if (!answer?.ok) return;
  const me = ((await answer.json()) as Me).person?.name ?? '';
  show(place, me);
  try {
    sessionStorage.setItem(key, me);
  } catch {
    // Storage is switched off: the name comes a moment later on every page.
  }
}

function show(place: HTMLElement, name: string): void {
  const link = place.querySelector('a');
  if (link !== null) link.textContent = name;
  place.hidden = name === '';
}

function remembered(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
