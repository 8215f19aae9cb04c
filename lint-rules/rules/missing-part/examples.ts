import type { Examples } from '../../examples.ts';

const letters = {
  'first-reply': {
    parts: ['receipt', 'registration', 'deadline', 'rating-link', 'channel-choice'].map((part) => ({
      part,
      clause: 'п. 4.8',
    })),
  },
  refusal: { parts: [{ part: 'plain-reason' }, { part: 'alternative' }] },
  mailing: { parts: [{ part: 'unsubscribe-link' }] },
  'visit-confirmation': { parts: [{ part: 'directions' }, { part: 'cancel-way' }] },
};

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: 'Здравствуйте!', severity: 'warning', better: null, options: { letter: 'first-reply', letters } },
    {
      text: 'Здравствуйте! Мы получили Ваше письмо 5 мая и записали под номером 12.',
      options: { letter: 'first-reply', letters },
    },
    { text: 'Мы не дадим справку.', options: { letter: 'refusal', letters } },
    { text: 'Конкурс пройдёт в мае.', options: { letter: 'mailing', letters } },
  ],
  good: [
    {
      text: 'Мы получили Ваше письмо 5 мая и записали под номером 12. Ответ пришлём до 20 мая. Куда Вам прислать ответ: на почту или по телефону? Оцените, удобно ли было писать: https://example.ru/rating.',
      options: { letter: 'first-reply', letters },
    },
    {
      text: 'Мы получили Ваше письмо 5 мая и записали под номером 12. Я отвечу Вам не позднее 20 мая. Куда Вам прислать ответ: на почту или по телефону? Оцените, удобно ли было писать: https://example.ru/rating.',
      options: { letter: 'first-reply', letters },
    },
    {
      text: 'Справку дать нельзя, потому что её выдаёт школа. Вы можете попросить её в школе.',
      options: { letter: 'refusal', letters },
    },
    {
      text: 'Конкурс пройдёт в мае. Не хотите получать такие письма? Отпишитесь: https://example.ru/off.',
      options: { letter: 'mailing', letters },
    },
    {
      text: 'Ждём Вас 5 мая в 10:00. Остановка «Площадь», вход со двора. Не сможете прийти — позвоните.',
      options: { letter: 'visit-confirmation', letters },
    },
    { text: 'Конкурс пройдёт в мае.', options: { letter: 'internal-reply', letters } },
    'Конкурс пройдёт в мае.',
  ],
};
