// A small content folder for the tests of drafting.
import { baseAgency, baseFiles, page, writeFiles } from '../knowledge/testing/content-folder.ts';

const first = page(
  {
    id: 'first',
    title: 'Первичный ответ',
    function: 'letters',
    letter: 'first-reply',
    when: 'На любое новое письмо.',
    variables: [
      { name: 'номер', label: 'Номер письма' },
      { name: 'копия', type: 'flag', label: 'Прислать копию' },
      { name: 'дата ответа', type: 'date', label: 'Когда ответим', term: 'urgentReply' },
      { name: 'канал', type: 'choice', label: 'Куда', options: ['на почту', 'письмом'] },
      { name: 'телефон', label: 'Телефон', from: 'line.phone' },
      { name: 'опрос', type: 'link', label: 'Опрос', from: 'links.rating' },
    ],
  },
  'Письмо ((номер)) получил <Value path="name.short" />.((копия?? Копия придёт ((канал)).))\n\nОтветим до ((дата ответа)).\n\nТелефон: ((телефон)), опрос: ((опрос)).',
);

const final = page(
  {
    id: 'final',
    title: 'Ответ',
    function: 'letters',
    letter: 'final-reply',
    when: 'На любое письмо по существу.',
  },
  'Ответ.',
);

/** Writes the base of knowledge's tests with two templates, and gives the folder. */
export async function writeTestContent(folder: string): Promise<string> {
  await writeFiles(folder, {
    ...baseFiles,
    'agency.yml': {
      ...baseAgency,
      line: {
        phone: { value: '8 (383) 200-00-00' },
        hours: { weekdays: { from: '09:00', to: '18:00' } },
        clause: 'п. 6.2',
      },
      links: { rating: { missing: 'Адреса опроса ещё нет.', clause: 'п. 4.9' } },
      letters: { 'first-reply': { parts: [{ part: 'registration', clause: 'п. 4.8' }] } },
      statutory: [
        {
          act: 'Закон № 59-ФЗ, ч. 1 ст. 12',
          title: 'Ответить на обращение',
          term: { calendarDays: 30, clause: 'ч. 1 ст. 12' },
          besides: ['urgentReply'],
        },
      ],
    },
    'templates/first.mdx': first,
    'templates/final.mdx': final,
  });
  return folder;
}
