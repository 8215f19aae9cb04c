/** Makes tables that do not fit reachable by the keyboard: only those, because every stop of Tab costs a press. */
export function enableTableScrolling(): void {
  const boxes = document.querySelectorAll<HTMLElement>('.table');
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) update(target);
  });
  for (const box of boxes) watcher.observe(box);
}

function update(box: HTMLElement): void {
  if (box.scrollWidth <= box.clientWidth) {
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    return;
  }
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', 'Таблица, прокручивается вбок');
}
