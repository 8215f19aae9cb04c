const dark = matchMedia('(prefers-color-scheme: dark)');

/** Makes the switch of the theme work. A choice equal to the system's is forgotten, so that the page follows the system again. */
export function enableThemeSwitch(root: HTMLElement = document.documentElement): void {
  const button = document.querySelector('[data-theme-switch]');
  button?.addEventListener('click', () => {
    const system = dark.matches ? 'dark' : 'light';
    const chosen = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
    if (chosen === system) delete root.dataset.theme;
    else root.dataset.theme = chosen;
    remember(chosen === system ? undefined : chosen);
  });
}

function remember(theme: string | undefined): void {
  try {
    if (theme === undefined) localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is switched off: the choice lasts for this page.
  }
}
