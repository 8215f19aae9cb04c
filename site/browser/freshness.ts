/**
 * Says on a page that its check is of an earlier month. Pages are built at a commit and read for weeks after, so only the
 * reader's own clock knows. What a page says by `freshness.json` counts for a month.
 */
export function markStaleChecks(now: Date = new Date()): void {
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  const day = `${month}-${String(now.getDate()).padStart(2, '0')}`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-checked]')) {
    const { checked = month, provenUntil = day } = element.dataset;
    if (checked >= month && provenUntil >= day) continue;
    const tag = document.createElement('span');
    tag.className = 'tag warn';
    tag.textContent = provenUntil < day ? 'уже не доказано' : 'в этом месяце не проверено';
    element.append(' ', tag);
  }
}
