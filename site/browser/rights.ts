const key = 'ponyatno.rights';

/**
 * Shows only what the person may use: pages are the same for everybody on the disk, so links name what they ask for in
 * `data-asks`. What was last known is applied at once, so that nothing flickers; what the server answers is what counts, here as
 * everywhere: a link that stays visible leads to «Нет доступа».
 */
export function showOwnRights(): void {
  apply(remembered());
  fetch('/api/rights', { headers: { Accept: 'application/json' } })
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .then((body: { rights?: readonly string[] } | undefined) => {
      if (!body?.rights) return;
      remember(body.rights);
      apply(body.rights);
    })
    .catch(() => undefined);
}

function apply(rights: readonly string[] | undefined): void {
  if (rights === undefined) return;
  for (const link of document.querySelectorAll<HTMLElement>('[data-asks]'))
    link.hidden = !rights.includes(link.dataset.asks ?? '');
}

function remembered(): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return Array.isArray(kept) ? kept.map(String) : undefined;
  } catch {
    return undefined;
  }
}

function remember(rights: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(rights));
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}
