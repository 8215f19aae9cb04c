const boxes = 'search input[type="search"]';
const editable = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';

/**
 * Makes the search boxes work: `/` leads to the box from anywhere, and the island with the answers is loaded when the box
 * gets the focus (on the home page at once), so that reading pages carry no framework.
 */
export function enableSearch(): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>(boxes)];
  for (const input of inputs) {
    input.addEventListener('focus', () => load(input), { once: true });
    input.addEventListener('keydown', (event) => {
      // Who presses the key again when the box is ready does not search for a slash.
      if (isSlash(event) && input.value === '') event.preventDefault();
    });
  }
  const [first] = inputs;
  if (!first) return;
  document.addEventListener('keydown', (event) => {
    if (!isSlash(event) || (event.target instanceof Element && event.target.closest(editable))) return;
    event.preventDefault();
    first.focus();
    first.select();
  });
  if (!document.querySelector('[data-search-answers]')) return;
  load(first);
  // The home page is the search: with a keyboard at hand one types at once. On a telephone the keyboard would hide the page.
  if (matchMedia('(pointer: fine)').matches && document.activeElement === document.body) first.focus();
}

const loaded = new WeakSet<HTMLInputElement>();

async function load(input: HTMLInputElement): Promise<void> {
  if (loaded.has(input)) return;
  loaded.add(input);
  const { mountSearch } = await import('../islands/search/mount.ts');
  mountSearch(input);
}

/** The key with the slash on it counts by its place too: in the Russian layout it gives a full stop. */
function isSlash(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  return event.key === '/' || (event.code === 'Slash' && !event.shiftKey);
}
