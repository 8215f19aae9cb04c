// Runs before the first paint: the chosen theme must not flash. Kept apart, because the content security policy forbids inline scripts.
document.documentElement.dataset.script = '';
try {
  const chosen = localStorage.getItem('theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is switched off: the system's theme stays.
}
