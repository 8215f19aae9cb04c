/**
 * Says on a page that its check is of an earlier month. Pages are built at a commit and read for weeks after, so only the
 * reader's own clock knows.
 */
export function markStaleChecks(now: Date = new Date()): void {
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-checked]')) {
    if ((element.dataset.checked ?? month) >= month) continue;
    const tag = document.createElement('span');
    tag.className = 'tag warn';
    tag.textContent = 'в этом месяце не проверено';
    element.append(' ', tag);
  }
}
