import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: 'Явитесь, дабы получить справку.', found: 'дабы', better: 'чтобы', severity: 'warning' },
    { text: 'Препровождаем копии дела.', better: 'Отправляем' },
    { text: 'Заявления, по коим нет решения, вернут.', found: 'коим', better: 'которым' },
    { text: 'Милостивый государь, письмо получено.', better: null },
  ],
  good: [
    'До сих пор ответа нет.',
    'По сей день мост стоит.',
    'Дедушка ходил в школу за пять вёрст.',
    'Никоим образом не опаздывайте.',
    'В пьесе говорят: «Извольте кушать, дабы не остыло».',
  ],
};
