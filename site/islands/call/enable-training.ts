import { mount } from 'svelte';
import { type DeskData, dayIn } from '#calls/browser';
import Training from './Training.svelte';
import './training.css';

/** Brings the page of training to life: the exercises, and the marks of who has read what (OT-5). */
export async function enableTraining(): Promise<void> {
  const response = await fetch('/call/data.json').catch(() => undefined);
  if (!response?.ok) {
    const place = document.getElementById('training');
    if (place) place.textContent = 'Упражнения не загрузились. Проверьте сеть и обновите страницу.';
    return;
  }
  const data: DeskData = await response.json();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-training]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      mark(form, dayIn(data.agency.timeZone, Date.now()));
    });
  const place = document.getElementById('training');
  if (!place) return;
  place.replaceChildren();
  mount(Training, { target: place, props: { data } });
}

async function mark(form: HTMLFormElement, day: string): Promise<void> {
  const said = form.querySelector('[data-said]');
  const person = String(new FormData(form).get('person') ?? '').trim();
  const response = await fetch('/api/calls/training', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person, function: form.dataset.function, day }),
  }).catch(() => undefined);
  if (response?.ok) location.reload();
  else if (said) said.textContent = 'Не записано: проверьте имя и повторите.';
}
