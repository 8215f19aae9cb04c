import { forgetStaff, leftBehind, leftBehindText, placesHere } from './left-behind.ts';

/** How long signing out waits for the stores of this browser; the server asks it to clear them as well. */
const patienceMs = 2_000;

/** Before somebody signs out: says what would be lost, and takes what the staff may see out of this browser. */
export function clearAtSignOut(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/api/sign-out"]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (mayLose()) cleared('too').then(() => form.submit());
    });
}

/**
 * On the page of signing in: a session has ended, by itself or by an administrator. What is not sent waits for whoever has written
 * it, who is told so and may throw it away.
 */
export function clearAtDoor(): void {
  const place = document.querySelector<HTMLElement>('[data-left-behind]');
  if (place === null) return;
  cleared('waits').then(() => {
    const left = leftBehindText(leftBehind(placesHere()));
    const words = place.querySelector('b');
    if (left === '' || words === null) return;
    words.textContent = left;
    place.hidden = false;
    place.querySelector('button')?.addEventListener('click', () => {
      if (!confirm(`Удалить неотправленный текст (${left})? Вернуть его будет нельзя.`)) return;
      cleared('too').then(() => {
        place.hidden = true;
      });
    });
  });
}

function mayLose(): boolean {
  const left = leftBehindText(placed(() => leftBehind(placesHere())) ?? { letters: 0, edits: 0, calls: 0 });
  return (
    left === '' ||
    confirm(`В этом браузере есть неотправленный текст: ${left}. Если выйти сейчас, он пропадёт. Выйти?`)
  );
}

/** A browser that keeps nothing has nothing to clear; one whose store does not answer must not keep anybody in. */
function cleared(unsent: 'too' | 'waits'): Promise<unknown> {
  const done = placed(() => forgetStaff(placesHere(), unsent)) ?? Promise.resolve();
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
  return Promise.race([done.catch(() => undefined), late]);
}

/** Storage that is switched off throws as soon as it is named. */
function placed<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
