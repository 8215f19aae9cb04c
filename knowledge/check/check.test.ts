import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { resolveProfilePath } from '../profile.ts';
import { readFolder } from '../read/index.ts';
import {
  baseAgency,
  baseCalendar2026,
  baseUnits,
  contentFolder,
  type Files,
  page,
} from '../testing/content-folder.ts';
import { checkContent } from './index.ts';

const november = Temporal.Instant.from('2026-11-22T06:00:00Z');

/** Problems of the base folder with some files changed, as «file:line:column rule message». */
async function problems(changes: Files, now = november): Promise<string[]> {
  const reading = await readFolder(await contentFolder(changes));
  return checkContent(reading, now).map(
    ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`,
  );
}

const faq = {
  id: 'how-long',
  title: 'Сколько ждать?',
  function: 'requests',
  spoken: 'Пять рабочих дней, не больше.',
};
const faqWith = (body: string, changes: object = {}): Files => ({
  'faq/requests/x.mdx': page({ ...faq, ...changes }, body),
});
const template = (variables: object[], body: string): Files => ({
  'templates/x.mdx': page(
    {
      id: 'x',
      title: 'Письмо',
      function: 'requests',
      letter: 'first-reply',
      when: 'Когда пришло письмо.',
      variables,
    },
    body,
  ),
});

describe('a folder without a fault', () => {
  it('has no problems', async () => {
    expect(await problems({})).toEqual([]);
  });
});

describe('ids that name nothing', () => {
  it('says which, where, and what was probably meant', async () => {
    expect(
      await problems({
        'faq/requests/x.mdx': page({
          ...faq,
          unit: 'leters',
          basis: [{ act: 'order-n' }, { act: 'requests-wait' }],
        }),
        'templates/y.mdx': page({
          id: 'y',
          title: 'Письмо',
          function: 'request',
          letter: 'refusal',
          when: 'Когда отказ.',
        }),
        'units.yml': [{ ...baseUnits[0], reserve: 'nobody' }],
      }),
    ).toEqual([
      expect.stringMatching(
        /^faq\/requests\/x\.mdx:6:7 unknown-unit Подразделения «leters» нет\. Может быть, «letters»\?/,
      ),
      expect.stringMatching(
        /^faq\/requests\/x\.mdx:8:10 unknown-act Правового акта «order-n» нет\. Может быть, «order-m»\?/,
      ),
      expect.stringMatching(/^faq\/requests\/x\.mdx:9:10 unknown-act «requests-wait» — не правовой акт/),
      expect.stringMatching(
        /^templates\/y\.mdx:4:11 unknown-function Функции «request» нет\. Может быть, «requests»\?/,
      ),
      expect.stringMatching(/^units\.yml:\d+:12 unknown-unit Подразделения «nobody» нет\./),
    ]);
  });

  it('KB-3: a page lies in the folder of its function, and a function is called like its folder', async () => {
    expect(
      await problems({
        'faq/requests/x.mdx': page({ ...faq, function: 'visits' }),
        'functions/visits/index.mdx': page({
          id: 'visit',
          title: 'Приём',
          function: 'visits',
          unit: 'letters',
          summary: 'Руководитель принимает граждан лично.',
          clients: 'граждане',
          channels: [{ name: 'Приём', purpose: 'любые вопросы' }],
          contacts: [{ label: 'Почта', value: { value: 'info@example.ru' } }],
        }),
      }),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^faq\/requests\/x\.mdx:4:11 unknown-function Страница лежит в папке функции «requests»/,
        ),
        expect.stringMatching(
          /^functions\/visits\/index\.mdx:2:5 unknown-function id функции — имя её папки/,
        ),
      ]),
    );
  });

  it('knows a renamed unit', async () => {
    expect(
      await problems({
        'units.yml': [{ ...baseUnits[0], was: ['post'] }],
        'faq/requests/x.mdx': page({ ...faq, unit: 'post' }),
      }),
    ).toEqual([expect.stringContaining('Подразделение «post» теперь называется «letters»')]);
  });

  it('looks at every component on a page', async () => {
    const body = [
      '<Page id="nothing">текст</Page>, <Term id="mfc">МФЦ</Term>',
      '<Value path="line.phone" />, <Value path="name" />, <Deadline term="abuseNotice" />, <Deadline term="soon" />',
      '<Quote act="order-n" clause="п. 1">слова</Quote>',
      'Верно: <Page id="requests-wait">ждать</Page>, <Term id="epgu">ЕПГУ</Term>, <Value path="email" />, <Deadline term="firstReply" />',
    ].join('\n\n');
    expect((await problems(faqWith(body))).map((problem) => problem.replace(/ \S*[А-Я].*/, ''))).toEqual([
      'faq/requests/x.mdx:8:1 unknown-page',
      'faq/requests/x.mdx:8:34 unknown-term',
      'faq/requests/x.mdx:10:1 unknown-value',
      'faq/requests/x.mdx:10:30 unknown-value',
      'faq/requests/x.mdx:10:53 unknown-term',
      'faq/requests/x.mdx:10:86 unknown-term',
      'faq/requests/x.mdx:12:1 unknown-act',
    ]);
  });

  it('reports what occurs twice', async () => {
    expect(
      await problems({
        ...faqWith('Текст.', { id: 'requests-wait' }),
        'glossary.yml': [
          { id: 'epgu', term: 'ЕПГУ', explanation: 'портал государственных услуг' },
          { id: 'epgu', term: 'епгу', explanation: 'портал государственных услуг' },
        ],
      }),
    ).toEqual([
      'faq/requests/x.mdx:2:5 duplicate-id «requests-wait» уже есть в файле faq/requests/wait.mdx. Дайте другое имя: по нему ставят ссылки.',
      'glossary.yml:4:7 duplicate-id «epgu» уже есть в этом же файле. Дайте другое имя: по нему ставят ссылки.',
      'glossary.yml:5:9 duplicate-id «епгу» уже есть в этом же файле. Дайте другое имя: по нему ставят ссылки.',
    ]);
  });

  it('KB-1: a public page does not lead to a staff page', async () => {
    const link = '<Page id="requests-wait">ждать</Page>';
    expect(await problems(faqWith(link, { audience: 'public' }))).toEqual([
      expect.stringMatching(
        /^faq\/requests\/x\.mdx:6:11 audience Страница помечена для граждан, а её функция/,
      ),
      expect.stringMatching(
        /^faq\/requests\/x\.mdx:9:1 audience Публичная страница ссылается на «requests-wait»/,
      ),
    ]);
    expect(await problems(faqWith(link))).toEqual([]);
  });
});

describe('declarative pages', () => {
  it.each([
    ['import x from "y"', '8:1', /Строка начинается с import или export/],
    ['export const a = 1', '8:1', /Строка начинается с import или export/],
    ['Срок {1 + 1} дня', '8:6', /Выражений в фигурных скобках/],
    ['Здравствуйте, {ФИО}!', '8:15', /Выражений в фигурных скобках/],
    ['до {дата обращения}', '8:4', /Выражений в фигурных скобках/],
    ['{/* заметка */}', '8:1', /Выражений в фигурных скобках/],
    ['<script>alert(1)</script>', '8:1', /Компонента <script> на страницах не бывает/],
    ['<Note onClick={go}>текст</Note>', '8:1', /поле задано выражением/],
    ['<Note {...all}>текст</Note>', '8:1', /поле задано выражением/],
    ['<Note class="x">текст</Note>', '8:1', /не бывает поля «class»/],
    ['<Page>текст</Page>', '8:1', /не хватает поля «id»/],
    ['<Note></Note>', '8:1', /<Note> пуст/],
    ['<Value path="email">x</Value>', '8:1', /нет текста внутри/],
    ['<Step id="a">слова</Step>', '8:1', /только на страницах сценариев/],
    ['[щёлк](javascript:alert(1))', '8:1', /Ссылки «javascript:» запрещены/],
    ['[щёлк](JaVa&#x0A;Script:alert(1))', '8:1', /запрещены/],
    ['![вид](data:text/html;base64,AAAA)', '8:1', /Ссылки «data:» запрещены/],
    ['[щёлк][1]\n\n[1]: vbscript:x', '10:1', /Ссылки «vbscript:» запрещены/],
    ['Меньше <5 дней', '8:8', /Знак «<» начинает компонент/],
    ['Да <!-- заметка --> нет', '8:4', /Примечаний «<!-- -->» на страницах не бывает/],
    ['Сайт: <https://example.ru>', '8:7', /Ссылку пишут так: \[текст\]\(адрес\)/],
    ['<Note>\n\nтекст', '8:1', /Компонент <Note> закрыт не там/],
  ])('refuses %s', async (body, place, message) => {
    const found = (await problems(faqWith(body))).filter((problem) => problem.includes(' declarative '));
    expect(found).toEqual([expect.stringMatching(message)]);
    expect(found[0]?.split(' ')[0]).toBe(`faq/requests/x.mdx:${place}`);
  });

  it('reports every error of a page, with unmoved places', async () => {
    const body =
      'Здравствуйте, {ФИО}!\n\nСрок — {дата ответа}, <5 дней.\n\n<div>x</div>\n\nimport плохо\n\nконец {x';
    expect((await problems(faqWith(body))).map((problem) => problem.split(' ')[0])).toEqual([
      'faq/requests/x.mdx:8:15',
      'faq/requests/x.mdx:10:8',
      'faq/requests/x.mdx:10:23',
      'faq/requests/x.mdx:12:1',
      'faq/requests/x.mdx:14:1',
      'faq/requests/x.mdx:16:7',
    ]);
  });

  it.each([
    'Скобка \\{ и знак &lt; в тексте, `{код}` и `<div>`',
    '<Note>\n\n**Важно**\n\n</Note>',
    '[сайт](https://example.ru), [почта](mailto:info@example.ru)',
    '| а | б |\n|---|---|\n| 1 | 2 |',
  ])('lets through %s', async (body) => {
    expect(await problems(faqWith(body))).toEqual([]);
  });
});

describe('variables', () => {
  it('wants each one declared, used once declared, and optional ones under a flag', async () => {
    const found = await problems(
      template(
        [
          { name: 'имя', label: 'Имя' },
          { name: 'номер', label: 'Номер', optional: true },
          { name: 'копия', label: 'Копия', type: 'flag' },
          { name: 'дата', label: 'Дата', type: 'date' },
          { name: 'имя', label: 'Ещё имя' },
        ],
        'Здравствуйте, ((имя))! Номер ((номер)), ((тема)).((копия)) ((имя??да)) ((Имя))',
      ),
    );
    expect(found.map((problem) => problem.replace(/^templates\/x\.mdx:/, '').split('. ')[0])).toEqual([
      '19:11 variable Переменная «имя» описана дважды',
      expect.stringMatching(/^23:30 optional-variable «номер» может остаться пустой/),
      '23:41 undeclared-variable Переменная «тема» не описана',
      '23:50 variable «копия» описана как флаг: у неё нет своего текста',
      '23:60 variable «имя» стоит как флаг с «??», а описана как text',
      expect.stringMatching(/^23:72 variable Имя переменной «Имя» не подходит/),
    ]);
  });

  it('says that a declared variable is not used, when the brackets are sound', async () => {
    expect(await problems(template([{ name: 'дата', label: 'Дата' }], 'Текст.'))).toEqual([
      'templates/x.mdx:8:11 unused-variable Переменная «дата» описана, но в тексте её нет. Поставьте ((дата)) или уберите описание.',
    ]);
  });

  it('WR-12: a value of the profile and a term of a variable exist', async () => {
    const variables = [
      { name: 'анкета', label: 'Анкета', from: 'links.survey' },
      { name: 'дата', label: 'Дата', type: 'date', term: 'abuseNotice' },
      { name: 'сайт', label: 'Сайт', from: 'site' },
    ];
    expect(await problems(template(variables, '((анкета)) ((дата)) ((сайт))'))).toEqual([
      expect.stringMatching(
        /^templates\/x\.mdx:10:11 unknown-value В профиле \(agency\.yml\) нет значения «links\.survey»/,
      ),
      expect.stringMatching(/^templates\/x\.mdx:14:11 unknown-value Срок «abuseNotice» в профиле выключен/),
    ]);
  });

  it('KB-9: a date follows from the law only where the profile names its term for the letter', async () => {
    const variables = [
      { name: 'день', label: 'День', type: 'date', received: true },
      { name: 'срок', label: 'Срок', type: 'date', deadlineOf: 'final-reply' },
    ];
    const files = template(variables, '((день)) ((срок))');
    const law = {
      act: 'Закон № 59-ФЗ, ч. 1 ст. 12',
      title: 'Ответить на обращение',
      term: { calendarDays: 30, clause: 'ч. 1 ст. 12' },
      letters: ['final-reply'],
    };
    expect(await problems({ ...files, 'agency.yml': { ...baseAgency, statutory: [law] } })).toEqual([]);
    expect(await problems(files)).toEqual([
      expect.stringMatching(
        /^templates\/x\.mdx:\d+:\d+ unknown-value В профиле \(agency\.yml\) нет срока закона для письма «final-reply»/,
      ),
    ]);
    const unknown = { ...baseAgency, statutory: [{ ...law, letters: ['final-replay'] }] };
    expect((await problems({ ...faqWith('Текст.'), 'agency.yml': unknown })).join('\n')).toMatch(
      /^agency\.yml:\d+:\d+ /m,
    );
  });

  it.each([
    { type: 'text', received: true },
    { type: 'date', received: true, term: 'urgentReply' },
    { type: 'date', deadlineOf: 'final-reply', term: 'urgentReply' },
  ])('takes one proposal for a date, and none for anything else: %j', async (proposal) => {
    const found = await problems(template([{ name: 'день', label: 'День', ...proposal }], '((день))'));
    expect(found.join('\n')).toContain('дату предлагает одно из полей term, deadlineOf и received');
  });

  it('has no place for variables on other pages', async () => {
    expect(await problems(faqWith('Здравствуйте, ((имя))!'))).toEqual([
      expect.stringMatching(
        /^faq\/requests\/x\.mdx:8:15 variable Переменные бывают только в шаблонах и сценариях/,
      ),
    ]);
  });
});

describe('KB-4: the six materials', () => {
  it.each([
    ['functions/requests/jobs/clerk.mdx', 'должностные инструкции', 'functions/requests/jobs'],
    ['functions/requests/cases/first.mdx', 'примеры решений', 'functions/requests/cases'],
    ['faq/requests/wait.mdx', 'вопросы и ответы', 'faq/requests'],
    ['templates/requests-reply.mdx', 'шаблоны ответов', 'function: requests'],
  ])('without %s the cell is empty', async (file, material, way) => {
    const [problem, ...rest] = await problems({ [file]: undefined });
    expect(rest).toEqual([]);
    expect(problem).toMatch(/^functions\/requests\/index\.mdx:2:5 coverage/);
    expect(problem).toContain(`нет обязательного материала: ${material}.`);
    expect(problem).toContain(way);
  });

  it('counts the act of another function that the page rests on', async () => {
    const index = (basis: object[]) => ({
      'functions/requests/regulations/requests-act.mdx': undefined,
      'functions/requests/regulations/order-m.mdx': undefined,
      'functions/laws/regulations/order-m.mdx': page({
        id: 'order-m',
        title: 'Правила',
        function: 'laws',
        number: '102/53',
        date: '2024-08-20',
        authority: 'agency',
        issuer: 'департамент',
        source: 'order.txt',
      }),
      'functions/requests/index.mdx': page({
        id: 'requests',
        title: 'Письма',
        function: 'requests',
        unit: 'letters',
        basis,
        summary: 'Отдел отвечает на письма граждан.',
        clients: 'граждане',
        channels: [{ name: 'Почта', purpose: 'любые вопросы' }],
        contacts: [{ label: 'Почта', value: { value: 'info@example.ru' } }],
      }),
    });
    const uncovered = (found: string[]) => found.filter((problem) => problem.includes(' coverage '));
    expect(uncovered(await problems(index([])))).toEqual([expect.stringContaining('правовые акты')]);
    expect(uncovered(await problems(index([{ act: 'order-m' }])))).toEqual([]);
  });
});

describe('acts', () => {
  const act = (changes: object): Files => ({
    'functions/requests/regulations/order-m.mdx': page({
      id: 'order-m',
      title: 'Правила взаимодействия',
      function: 'requests',
      number: '102/53',
      date: '2024-08-20',
      authority: 'agency',
      issuer: 'департамент',
      source: 'order.txt',
      ...changes,
    }),
  });

  it('has a stamp that agrees, or is explained: the annex of order M says «от 202.08.2024»', async () => {
    const stamp = { number: '102/53', date: '202.08.2024' };
    expect(await problems(act({ stamp }))).toEqual([
      'functions/requests/regulations/order-m.mdx:12:9 stamp В грифе приложения стоит дата 202.08.2024, а у акта 20.08.2024. Исправьте поле или объясните расхождение в defects, назвав «202.08.2024».',
    ]);
    expect(await problems(act({ stamp, defects: ['В грифе приложения напечатано «202.08.2024».'] }))).toEqual(
      [],
    );
    expect(await problems(act({ stamp: { number: '№ 102/53', date: '20.08.2024 г.' } }))).toEqual([]);
    expect(await problems(act({ stamp: { number: '132-ОД', date: '20.08.2024' } }))).toEqual([
      expect.stringContaining('В грифе приложения стоит № 132-ОД, а у акта № 102/53'),
    ]);
  });

  it('may lack number and date only when it says why', async () => {
    expect(await problems(act({ number: undefined, date: undefined }))).toEqual([
      expect.stringContaining('нет поля number (номер)'),
      expect.stringContaining('нет поля date (дата)'),
    ]);
    expect(await problems(act({ date: undefined, missing: ['Дата не названа.'] }))).toEqual([
      expect.stringMatching(/missing-fact Дата не названа\.$/),
    ]);
  });
});

describe('CL-2: telephone numbers', () => {
  const line = {
    phone: { value: '8 (383) 228-67-88' },
    hours: { weekdays: { from: '09:00', to: '18:00' } },
    clause: 'п. 6.2',
  };
  const agency = { 'agency.yml': { ...baseAgency, line } };

  it.each([
    ['Звоните: 8(383)-228-67-88.', /8:10 typed-phone .*<Value path="line\.phone" \/>/],
    ['Звоните: +7 383 228 67 88.', /8:10 typed-phone .*<Value path="line\.phone" \/>/],
    ['Звоните: 8-800-555-35-35.', /8:10 typed-phone Номера 8-800-555-35-35 нет ни в профиле/],
  ])('are not typed by hand: %s', async (body, expected) => {
    expect(await problems({ ...agency, ...faqWith(body) })).toEqual([expect.stringMatching(expected)]);
  });

  it('are not seen in dates, numbers of acts and sums, nor where they are entered', async () => {
    const body =
      'От 20.08.2024 № 102/53, ИНН 5406010000, 1 500 000 рублей, 7 500 000 000 рублей, счёт 40102810445370000043, отдел: +7 (383) 200-00-01.';
    expect(await problems({ ...agency, ...faqWith(body) })).toEqual([]);
  });

  it('in front matter are checked against the known ones', async () => {
    const spoken = (phone: string) => ({ spoken: `Позвоните на линию, номер ${phone}.` });
    expect(await problems({ ...agency, ...faqWith('Текст.', spoken('8 (383) 228-67-88')) })).toEqual([]);
    expect(await problems({ ...agency, ...faqWith('Текст.', spoken('8 (383) 228-67-89')) })).toEqual([
      expect.stringMatching(/^faq\/requests\/x\.mdx:5:9 typed-phone Номера 8 \(383\) 228-67-89 нет/),
    ]);
  });
});

describe('the calendar', () => {
  const december = Temporal.Instant.from('2026-11-30T17:00:00Z');

  it('of next year is there from 1 December, by the clock of the agency', async () => {
    expect(await problems({}, Temporal.Instant.from('2026-11-30T16:59:00Z'))).toEqual([]);
    expect(await problems({}, december)).toEqual([
      expect.stringMatching(/^calendar\/2027\.yml:1:1 calendar Нет рабочего календаря на 2027 год/),
    ]);
    expect(await problems({ 'calendar/2026.yml': undefined })).toEqual([
      expect.stringContaining('на 2026 год'),
    ]);
  });

  it('holds no date that cannot be right', async () => {
    expect(
      await problems({
        'calendar/2026.yml': {
          ...baseCalendar2026,
          daysOff: ['2026-11-04', '2026-11-07', '2025-12-31', '2026-11-04'],
          workingWeekends: ['2026-11-09'],
          shortDays: ['2026-11-04'],
        },
      }),
    ).toEqual([
      expect.stringContaining('2026-11-07 — суббота или воскресенье'),
      expect.stringContaining('2025-12-31 — не 2026 год'),
      expect.stringContaining('Эта дата уже есть выше'),
      expect.stringContaining('2026-11-09 — будний день'),
      expect.stringContaining('2026-11-04 — выходной, он не бывает сокращённым'),
    ]);
  });
});

describe('links', () => {
  it('inside the knowledge base lead somewhere', async () => {
    const body = [
      '[нет](../requests/nothing.mdx), [нет](/faq/requests/nothing), [нет](#нет), ![нет](pic.png)',
      '## Сроки\n\n[есть](wait.mdx) [есть](/faq/requests/wait) [есть](#сроки) [есть](/functions/requests) [есть](https://example.ru) [есть](#%D1%81%D1%80%D0%BE%D0%BA%D0%B8)',
      '![есть](/pictures/map.png)',
    ].join('\n\n');
    expect(
      (await problems({ ...faqWith(body), 'pictures/map.png': 'png' })).map((problem) =>
        problem.split(' ').slice(0, 2).join(' '),
      ),
    ).toEqual([
      'faq/requests/x.mdx:8:1 broken-link',
      'faq/requests/x.mdx:8:33 broken-link',
      'faq/requests/x.mdx:8:63 broken-link',
      'faq/requests/x.mdx:8:76 broken-link',
    ]);
  });
});

describe('KB-2: one question, one answer', () => {
  it('warns of two pages that answer the same question', async () => {
    const found = await problems({
      'faq/requests/x.mdx': page({
        ...faq,
        title: 'Сколько ждать ответа',
        queries: ['когда ответят', 'Когда ответят?'],
      }),
      'faq/requests/y.mdx': page({ ...faq, id: 'y', title: 'Другой вопрос', queries: ['когда  ответят'] }),
      ...template([], 'Текст.'),
    });
    expect(found).toEqual([
      expect.stringMatching(
        /^faq\/requests\/x\.mdx:3:8 duplicate-question На этот вопрос уже отвечает страница faq\/requests\/wait\.mdx/,
      ),
      expect.stringMatching(
        /^faq\/requests\/y\.mdx:7:5 duplicate-question На вопрос «когда {2}ответят» первой уже отвечает страница faq\/requests\/x\.mdx/,
      ),
    ]);
  });
});

describe('missing facts', () => {
  it('are listed with their place, and are no errors', async () => {
    const folder = await contentFolder({
      'agency.yml': { ...baseAgency, address: { missing: 'Приказ не называет адрес.', clause: 'п. 8.4' } },
      ...faqWith('Текст.', { missing: ['Средний срок никто не считал.'] }),
    });
    const found = checkContent(await readFolder(folder), november);
    expect(found.map(({ severity, file, message }) => [severity, file, message])).toEqual([
      ['missing', 'agency.yml', 'Приказ не называет адрес.'],
      ['missing', 'faq/requests/x.mdx', 'Средний срок никто не считал.'],
    ]);
  });
});

describe('a folder without a readable profile', () => {
  it('is still checked as far as it can be', async () => {
    const found = await problems({
      'agency.yml': 'id: x\n',
      ...faqWith('<Page id="nothing">x</Page> {ФИО}'),
    });
    expect(found.some((problem) => problem.startsWith('agency.yml'))).toBe(true);
    expect(found.some((problem) => problem.includes('unknown-page'))).toBe(true);
    expect(found.some((problem) => problem.includes('declarative'))).toBe(true);
  });
});

describe('CL-2: numbers without their code', () => {
  const line = {
    phone: { value: '8 (383) 238-60-02' },
    otherPhones: ['8 (8422) 58-93-58'],
    hours: { weekdays: { from: '09:00', to: '18:00' } },
    clause: 'п. 19',
  };
  const agency = { 'agency.yml': { ...baseAgency, line } };
  const template = (body: string) => ({
    'templates/requests-reply.mdx': page(
      {
        id: 'requests-reply',
        title: 'Ответ',
        function: 'requests',
        letter: 'final-reply',
        when: 'Когда вопрос решён.',
      },
      body,
    ),
  });

  it.each([
    [
      'Звоните: 238-60-02.',
      /^templates\/requests-reply\.mdx:9:10 typed-phone .*<Value path="line\.phone" \/>/,
    ],
    ['Звоните: 238-60-99.', /typed-phone Номера 238-60-99 нет ни в профиле/],
  ])('are seen in a template: %s', async (body, expected) => {
    expect(await problems({ ...agency, ...template(body) })).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    'Другой номер линии: 8 (8422) 58-93-58 или 58-93-58.',
    'До 24-10-24, п. 102-53.',
    'Приказ № 132-15-09.',
  ])('are not seen in other digits, nor where the agency knows them: %s', async (body) => {
    expect(await problems({ ...agency, ...template(body) })).toEqual([]);
  });
});

describe('CL-1: what the line must be able to answer', () => {
  const line = (changes: object) => ({
    'agency.yml': {
      ...baseAgency,
      line: {
        phone: { value: '8 (383) 228-67-88' },
        hours: { weekdays: { from: '09:00', to: '18:00' } },
        clause: 'п. 6.1',
        ...changes,
      },
    },
  });
  const topic = (changes: object) => ({
    topics: [
      { title: 'порядок рассмотрения сообщений', pages: ['requests-wait'], clause: 'п. 6.1', ...changes },
    ],
  });
  const average = (changes: object = {}) => ({
    averageTerms: {
      messages: { value: '12 рабочих дней', measured: '2026-10-31', unit: 'letters', ...changes },
    },
  });

  it('each subject of the order has an answer', async () => {
    expect(await problems(line(topic({})))).toEqual([]);
    expect(await problems(line(topic({ pages: [] })))).toEqual([
      expect.stringMatching(
        /^agency\.yml:\d+:\d+ line-topic Линия должна отвечать на вопросы о теме «порядок рассмотрения сообщений» \(п\. 6\.1\)/,
      ),
    ]);
    expect(await problems(line(topic({ pages: ['requests-wait', 'requests-act'] })))).toEqual([
      expect.stringMatching(/^agency\.yml:\d+:\d+ line-topic Ответа «requests-act» .* нет/),
    ]);
  });

  it('an average term is asked for where the order names it, with its date and its owner', async () => {
    const wanted = topic({ averageTerms: ['messages'] });
    expect(await problems(line({ ...wanted, ...average() }))).toEqual([]);
    expect(await problems(line(wanted))).toEqual([
      expect.stringMatching(/line-topic Среднего срока «messages» нет.* \(п\. 6\.1\)/),
    ]);
    expect(await problems(line({ ...wanted, ...average({ unit: 'leters' }) }))).toEqual([
      expect.stringMatching(/unknown-unit .* за средний срок, нет\. .*letters/),
    ]);
    expect(await problems(line({ ...wanted, ...average({ measured: undefined }) }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/averageTerms\.messages\.measured/)]),
    );
  });

  it('an average term older than a year is asked for anew', async () => {
    const at = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);
    const reading = await readFolder(await contentFolder(line({ ...topic({}), ...average() })));
    const rules = (day: string) => checkContent(reading, at(day)).map(({ rule }) => rule);
    expect(rules('2027-10-30')).not.toContain('average-term');
    expect(rules('2027-11-01')).toContain('average-term');
  });

  it('an average term is never told without its date', async () => {
    const { content } = await readFolder(await contentFolder(line(average())));
    const fact = content.agency && resolveProfilePath(content.agency, 'line.averageTerms.messages');
    expect(fact).toEqual({
      value: '12 рабочих дней (по\u00a0данным на\u00a031\u00a0октября 2026\u00a0года)',
    });
  });
});

describe('letters and answers that a duty of the profile asks for', () => {
  const letter = (kind: string) => ({
    [`templates/${kind}.mdx`]: page({
      id: kind,
      title: 'Письмо',
      function: 'requests',
      letter: kind,
      when: 'Когда об этом нужно сообщить.',
    }),
  });

  it('PV-5: another day or official is told by a letter', async () => {
    const agency = {
      'agency.yml': { ...baseAgency, visits: { clause: 'п. 4.3', rescheduling: { clause: 'п. 4.4' } } },
    };
    expect(await problems(agency)).toEqual([
      expect.stringMatching(/^agency\.yml:\d+:\d+ letter-required .* \(п\. 4\.4\), .*reschedule-notice/),
    ]);
    expect(await problems({ ...agency, ...letter('reschedule-notice') })).toEqual([]);
  });

  it('OT-2: a term for social networks has its reply', async () => {
    const socialMention = { workingHours: 6, clause: 'п. 7.2' };
    const agency = { 'agency.yml': { ...baseAgency, terms: { ...baseAgency.terms, socialMention } } };
    expect(await problems(agency)).toEqual([
      expect.stringMatching(/^agency\.yml:\d+:\d+ letter-required .* \(п\. 7\.2\), .*social-reply/),
    ]);
    expect(await problems({ ...agency, ...letter('social-reply') })).toEqual([]);
  });

  it('PV-4: a page tells how to cancel a visit, in each of the ways', async () => {
    const ways = [{ name: 'на сайте', from: 'site' }, { name: 'на портале Госуслуг' }];
    const agency = {
      'agency.yml': { ...baseAgency, visits: { clause: 'п. 8.3', cancelling: { ways, clause: 'п. 8.5' } } },
    };
    const answer = (body: string) => ({
      'faq/requests/cancel.mdx': page(
        {
          id: 'requests-cancel',
          title: 'Как отменить запись?',
          function: 'requests',
          needs: ['отменить запись'],
          spoken: 'Отменить запись можно в любой момент.',
        },
        body,
      ),
    });
    expect(await problems(agency)).toEqual([
      expect.stringMatching(/^agency\.yml:\d+:\d+ visit-cancelling .* \(п\. 8\.5\), а страницы/),
    ]);
    expect(await problems({ ...agency, ...answer('На сайте <Value path="site" />.') })).toEqual([
      expect.stringMatching(/^faq\/requests\/cancel\.mdx:2:5 visit-cancelling .*«на портале Госуслуг»/),
    ]);
    const both = answer('На сайте <Value path="site" /> и на портале Госуслуг.');
    expect(await problems({ ...agency, ...both })).toEqual([]);
  });
});
