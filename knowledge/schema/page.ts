import { z } from 'zod';
import { audienceSchema, basisSchema, dateSchema, fact, idSchema, webAddressSchema } from './common.ts';
import { letterKindSchema } from './letters.ts';
import { lintMarkSchema } from './lint-mark.ts';
import { scriptFields } from './script.ts';
import { variableSchema } from './variable.ts';

/** Front matter that every page shares. */
const shared = {
  /** Never changes: links, the ledger of checks and drafts refer to it. */
  id: idSchema.meta({
    title: 'Имя страницы',
    description: 'Латиницей. Не меняется никогда: на него ссылаются другие страницы и черновики.',
  }),
  /** What the page is called; of an FAQ page the question itself. */
  title: z.string().min(3).max(140).meta({ title: 'Заголовок', description: 'У вопроса — сам вопрос.' }),
  /** `id` of the function the page belongs to. */
  function: idSchema.meta({
    title: 'Функция',
    description: 'К какой функции относится страница.',
  }),
  /** Who may read it. Staff only, unless the page says otherwise. */
  audience: audienceSchema
    .default('staff')
    .meta({ title: 'Кому видно', description: 'Без ответа — только сотрудникам.' }),
  /** What the page is about: ids of `content/agency.yml`-independent subjects, free words in Russian. */
  topics: z.array(z.string()).default([]).meta({ title: 'Темы' }),
  /** Which need of a client it serves: «узнать срок», «пожаловаться». */
  needs: z
    .array(z.string())
    .default([])
    .meta({ title: 'Чего хочет человек', description: 'Например: «узнать срок», «пожаловаться».' }),
  /** The unit that keeps the page true; by default the unit of the function. */
  unit: idSchema.optional().meta({
    title: 'Подразделение',
    description: 'Если за страницу отвечает не то подразделение, которое ведёт функцию.',
  }),
  /** The acts and clauses the page rests on. */
  basis: z
    .array(basisSchema)
    .default([])
    .meta({ title: 'Основание', description: 'Акты и пункты, на которых держится страница.' }),
  /** Words people search by that the text does not contain. */
  keywords: z.array(z.string()).default([]).meta({
    title: 'Слова для поиска',
    description: 'Слова, по которым страницу ищут, хотя в тексте их нет.',
  }),
  /** Questions in the callers' own words that this page must answer first. */
  queries: z
    .array(z.string())
    .default([])
    .meta({ title: 'Вопросы словами людей', description: 'На каждый из них эта страница отвечает первой.' }),
  /** Facts the page needs and nobody has given yet: shown on the page and listed by the check. */
  missing: z.array(z.string().min(5)).default([]).meta({
    title: 'Каких сведений не хватает',
    description: 'Это увидит читатель: ничего не придумывайте.',
  }),
  /** Findings of `ponyatno lint` that this page has good reason for. */
  lint: z.array(lintMarkSchema).default([]).meta({
    title: 'Оставленные замечания',
    description: 'Замечания о языке, которые здесь уместны, и почему.',
  }),
};

const channelSchema = z.strictObject({
  /** «Телефон», «Почта», «Личный приём». */
  name: z.string().meta({ title: 'Способ', description: '«Телефон», «Почта», «Личный приём».' }),
  /** What it may be used for (WR-14). */
  purpose: z.string().meta({ title: 'Для чего он' }),
});

const contactSchema = z.strictObject({
  /** What is there: «Справка о судьбе сообщения по телефону». */
  label: z.string().meta({ title: 'Что там', description: '«Справка о письме по телефону».' }),
  /** The number or the address. */
  value: fact(z.string()).meta({ title: 'Номер или адрес' }),
});

/** `content/functions/<function>/index.mdx`: what the function is, for whom, where, by which channels. */
export const functionSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('function').default('function'),
  /** One sentence: what the function is. */
  summary: z.string().min(20).meta({ title: 'Коротко о функции', description: 'Одно предложение.' }),
  /** For whom. */
  clients: z.string().meta({ title: 'Для кого' }),
  /** The unit that performs the function and keeps its pages true (KB-3). */
  unit: idSchema.meta({
    title: 'Подразделение',
    description: 'Выполняет функцию и отвечает за её страницы.',
  }),
  /** By which ways one can turn to it. */
  channels: z.array(channelSchema).min(1).meta({ title: 'Способы обратиться' }),
  /** Contacts for external clients (KB-4, item 6). */
  contacts: z.array(contactSchema).min(1).meta({ title: 'Контакты' }),
  /** Signs that a message to this function is urgent (WR-3). */
  urgentSigns: z.array(z.string()).default([]).meta({ title: 'Признаки срочного письма' }),
});

/** `content/functions/<function>/regulations/*.mdx`: a legal act with a plain summary (KB-4, item 1). */
export const regulationSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('regulation').default('regulation'),
  /** Without «№». Absent only when the act that mentions this one gives none: then `missing` says so. */
  number: z.string().min(1).optional().meta({ title: 'Номер акта', description: 'Без знака «№».' }),
  /** The day it was signed. Absent only like the number. */
  date: dateSchema.optional().meta({ title: 'Дата акта', description: 'День, когда его подписали.' }),
  /** The date of the edition in force. */
  edition: dateSchema
    .optional()
    .meta({ title: 'Дата редакции', description: 'Редакция, которая действует сейчас.' }),
  /** Federal law stands above regional law, regional law above the agency's own (KB-9). */
  authority: z.enum(['federal', 'regional', 'agency']).meta({ title: 'Чей это акт' }),
  /** The body that issued it. */
  issuer: z.string().meta({ title: 'Кто издал' }),
  /** Where the text can be read: an address, or the name of the file it was taken from. */
  source: z.string().meta({ title: 'Где прочитать', description: 'Адрес или имя файла.' }),
  /** The stamp on the annex, as printed. It must agree with number and date, or be explained in `defects`. */
  stamp: z
    .strictObject({ number: z.string().meta({ title: 'Номер' }), date: z.string().meta({ title: 'Дата' }) })
    .optional()
    .meta({ title: 'Штамп приложения', description: 'Как напечатано.' }),
  /** Errors in the printed act that could confuse a reader, in plain words. */
  defects: z
    .array(z.string())
    .default([])
    .meta({ title: 'Ошибки в тексте акта', description: 'Простыми словами.' }),
});

/** `content/functions/<function>/jobs/*.mdx`: a job description (KB-4, item 2). */
export const jobSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('job').default('job'),
  /** The post, as the act names it. */
  post: z.string().meta({ title: 'Должность', description: 'Как в акте.' }),
});

/** `content/functions/<function>/cases/*.mdx`: an example of a decision (KB-4, item 5). */
export const caseSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('case').default('case'),
  /** Whether it decides a managerial or a working task (KB-4, item 5). */
  decision: z.enum(['managerial', 'working']).meta({ title: 'Какое это решение' }),
});

/** `content/faq/<function>/*.mdx`: a question, an answer to read aloud, the details (KB-4, item 3). */
export const faqSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('faq').default('faq'),
  /** The answer in one to three sentences that can be read out to a caller. */
  spoken: z.string().min(20).max(420).meta({
    title: 'Ответ вслух',
    description: 'От одного до трёх коротких предложений. Прочитайте их вслух сами.',
  }),
});

/** `content/templates/*.mdx`: a letter with variables (KB-4, item 4). */
export const templateSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('template').default('template'),
  /** The kind of letter: the profile says which parts such a letter must have. */
  letter: letterKindSchema.meta({
    title: 'Вид письма',
    description: 'От него зависит, что в письме обязательно.',
  }),
  /** When to take this template, in one sentence. */
  when: z.string().min(10).meta({ title: 'Когда брать шаблон', description: 'Одно предложение.' }),
  /** What the writer fills in: every `((name))` of the text, and nothing else. */
  variables: z
    .array(variableSchema)
    .default([])
    .meta({ title: 'Переменные', description: 'Каждое «((имя))» из текста и ничего больше.' }),
});

/** `content/scripts/*.mdx`: a call script (KB-8). */
export const scriptSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('script').default('script'),
  ...scriptFields,
});

/** `content/contacts/*.mdx`: another body, and what to send there (CL-11). */
export const contactPageSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('contact').default('contact'),
  /** The other body's name. */
  body: z.string().meta({ title: 'Название органа' }),
  /** What to send there, in plain words. */
  remit: z.string().min(10).meta({ title: 'С чем туда обращаться', description: 'Простыми словами.' }),
  /** The number to give to the caller (CL-11). */
  phone: fact(z.string()).meta({ title: 'Телефон' }),
  /** The official site. */
  site: fact(webAddressSchema).meta({ title: 'Сайт' }),
  /** Where to write or to go, if callers need it. */
  address: fact(z.string()).optional().meta({ title: 'Адрес' }),
});

/** `content/functions/<function>/notes/*.mdx`: whatever else a unit wants to keep (KB-5). */
export const noteSchema = z.strictObject({ ...shared, kind: z.literal('note').default('note') });

/** The schema of the front matter of each kind of page. */
export const pageSchemas = {
  function: functionSchema,
  regulation: regulationSchema,
  job: jobSchema,
  case: caseSchema,
  faq: faqSchema,
  template: templateSchema,
  script: scriptSchema,
  contact: contactPageSchema,
  note: noteSchema,
} as const;

/** The kinds of pages. */
export type PageKind = keyof typeof pageSchemas;
/** The front matter of each kind, checked, with the defaults filled in. */
export type PageData = { [Kind in PageKind]: z.infer<(typeof pageSchemas)[Kind]> };
