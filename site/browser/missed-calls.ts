/** The form of the report in which the calls that nobody answered are counted by hand (CL-10). */
export function enableMissedCalls(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-missed]');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const said = form.querySelector('[data-said]');
  const fields = new FormData(form);
  const response = await fetch('/api/calls/missed', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ day: fields.get('day'), count: Number(fields.get('count')) }),
  }).catch(() => undefined);
  if (response?.ok) location.reload();
  else if (said) said.textContent = 'Не записано: проверьте день и число, потом повторите.';
}
