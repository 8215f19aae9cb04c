import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    {
      text: 'Мы расмотрели Ваше обращение.',
      found: 'расмотрели',
      better: 'рассмотрели',
      severity: 'warning',
    },
    {
      text: 'Здраствуйте, Анна Петровна!',
      found: 'Здраствуйте',
      better: 'Здравствуйте',
      severity: 'warning',
    },
    { text: 'Запишитесь в поликлиннику.', found: 'поликлиннику', better: 'поликлинику' },
    { text: 'Я незнаю, когда придёт ответ.', found: 'незнаю', better: 'не знаю', severity: 'warning' },
    {
      text: 'Ответ дадут в течении пяти дней.',
      found: 'в течении',
      better: 'в течение',
      severity: 'warning',
    },
    { text: 'Заявление может рассматривается месяц.', found: 'рассматривается', better: 'рассматриваться' },
    { text: 'Приходите до 5-ого мая.', found: '5-ого', better: '5-го', severity: 'warning' },
    // A Latin «o».
    { text: 'Ваша сoбака зарегистрирована.', found: 'сoбака', better: 'собака', severity: 'warning' },
    { text: 'Посёлок Зюзюлькино далеко.', found: 'Зюзюлькино', severity: 'hint' },
  ],
  good: [
    'Онлайн-запись ведут по-новому, кто-то уже записался.',
    'До 5-го мая 2024-го года действует закон 210-ФЗ.',
    'Пишите на почту help@nso.ru или на сайт www.nso.ru.',
    'Уважаемый Шарафутдинов Рашид Ильдусович!',
    'Замо́к и за\u00ADмок, мой и мой.',
    'Письмо ((номер)) получено, ПИН-код и SMS-сообщение придут.',
    'Ещё идёт приём, а мёд и ёлку еще привезут.',
  ],
};
