import type { Examples } from '../../examples.ts';

/** 29 words: one more than a letter may have. */
const letter =
  'Вы можете подать заявление о выплате на сайте или принести его в отдел на улице Мира, а если Вам неудобно приезжать, то прислать его по почте с копией паспорта.';

/** 23 words: one more than may be read aloud. */
const speech =
  'Ваше заявление мы получили вчера утром и сразу передали его в отдел выплат, а там проверят документы и позвонят Вам до конца недели.';

/** 46 words: more than even an act should have. */
const act =
  'Сотрудник отдела, который принял сообщение по телефону или при личной встрече, записывает его в журнал в тот же день, проверяет, кому оно адресовано, и передаёт начальнику отдела, а если отдел не занимается этим вопросом, то сообщает об этом клиенту и называет номер того органа, который ответит.';

const words = (count: number) => `Мы ${Array.from({ length: count - 2 }, () => 'очень').join(' ')} ждём.`;

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: letter, options: { profile: 'letter' }, severity: 'warning', better: null },
    { text: speech, options: { profile: 'speech' }, severity: 'warning' },
    { text: speech, options: { profile: 'letter' }, severity: 'hint' },
    { text: act, options: { profile: 'legal' }, severity: 'hint' },
  ],
  good: [
    Array.from({ length: 40 }, () => 'word').join(' '),
    'Мы получили Ваше письмо 5 мая. Ответ пришлём до 20 мая.',
    { text: words(20), options: { profile: 'letter' } },
    { text: words(45), options: { profile: 'legal' } },
    'Для записи нужны:\n- паспорт и его копия со всеми заполненными страницами;\n- заявление на бланке, который лежит на стойке у входа в отдел;\n- справка о составе семьи, полученная в этом месяце.',
  ],
};
