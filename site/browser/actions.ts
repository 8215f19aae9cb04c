/** How long a button says that it has done its work. */
const saidForMs = 2000;

/** Buttons of a page that need no framework: print, copy, and Esc that hides the explanation of a term. */
export function enableActions(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    if (button.dataset.print !== undefined) window.print();
    if (button.dataset.copy !== undefined) copy(button, button.dataset.copy);
  });
  addEventListener('beforeprint', () => {
    for (const element of document.querySelectorAll('[data-printed]')) element.textContent = printed();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const term of document.querySelectorAll<HTMLElement>('.term:hover, .term:focus-within'))
      dismiss(term);
  });
}

/** The last line of a printed page: where it is from and when it was printed. */
function printed(): string {
  const day = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(),
  );
  return `${location.origin}${location.pathname} · напечатано ${day.replace(/\s*г\.$/, '')}`;
}

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  const label = button.textContent;
  button.textContent = await navigator.clipboard.writeText(text).then(
    () => 'Скопировано',
    () => 'Не получилось: выделите текст и скопируйте',
  );
  setTimeout(() => {
    button.textContent = label;
  }, saidForMs);
}

/** Hides an explanation until the pointer or the focus comes back (WCAG 1.4.13). */
function dismiss(term: HTMLElement): void {
  term.dataset.dismissed = '';
  const restore = () => delete term.dataset.dismissed;
  term.addEventListener('mouseleave', restore, { once: true });
  term.addEventListener('focusout', restore, { once: true });
}
