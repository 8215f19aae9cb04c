import { z } from 'zod';
import { profilePathSchema } from './common.ts';
import { letterKindSchema } from './letters.ts';
import { termsSchema } from './term.ts';

/** A name in `((…))`: Russian words, lower case, spaces allowed. */
export const variableNameSchema = z
  .string()
  .regex(/^[а-яё][а-яё0-9 -]*$/, 'Имя переменной: строчные русские буквы, цифры, пробелы и дефисы');

/** What the call screen knows by itself while an operator talks. */
export const callValues = [
  /** How the operator introduces themselves. */
  'operator',
  /** The answer that was read aloud last. */
  'answer',
  /** The body that a question outside the remit belongs to, and how to reach it (CL-11). */
  'body',
  'body-contact',
  /** The card of a callback (CL-8). */
  'callback-number',
  'callback-time',
  'callback-day',
  /** Until when an internal client is answered: «до 18:00 сегодня» (CL-17). */
  'end-of-day',
  /** The day and the time of a visit that is being booked (PV-3). */
  'visit-time',
] as const;
export type CallValue = (typeof callValues)[number];

/** What of a letter's form a variable gives, outside its text. */
export const letterRequisites = [
  /** Who prepared the letter: the line at its foot. */
  'executor',
  'executor-phone',
  /** The message that is answered: «На № … от …». */
  'incoming-number',
  'incoming-date',
] as const;
export type LetterRequisite = (typeof letterRequisites)[number];

/** A variable of a letter or a script. */
export const variableSchema = z
  .strictObject({
    /** As it stands in the text: `((имя отчество))`. */
    name: variableNameSchema.meta({
      title: 'Имя переменной',
      description: 'Как в тексте: строчные русские буквы.',
    }),
    /** `flag` switches `((name??text))` on and off. */
    type: z
      .enum(['text', 'date', 'number', 'choice', 'person', 'unit', 'link', 'flag'])
      .default('text')
      .meta({ title: 'Вид' }),
    /** The question the form asks. */
    label: z.string().min(2).meta({ title: 'Вопрос в форме' }),
    /** Help under the field. */
    hint: z.string().optional().meta({ title: 'Подсказка под полем' }),
    /** For `choice`. */
    options: z
      .array(z.string())
      .optional()
      .meta({ title: 'Варианты для выбора', description: 'Хотя бы два.' }),
    /** Path of a value of the profile: never typed by hand, `line.phone`. */
    from: profilePathSchema.optional().meta({
      title: 'Откуда в профиле',
      description: 'Например, «line.phone»: тогда вручную значение не пишут.',
    }),
    /** In a script: what the call screen fills in by itself. */
    call: z.enum(callValues).optional().meta({ title: 'Что подставит экран звонка' }),
    /** For `date`: the term that proposes the date. */
    term: termsSchema.keyof().optional().meta({ title: 'Срок, который предлагает дату' }),
    /** For `date`: the deadline of this kind of letter proposes the date, urgent or by the law: `final-reply`. */
    deadlineOf: letterKindSchema.optional().meta({ title: 'Письмо, срок которого предлагает дату' }),
    /** For `date`: the day that was said when the draft was started («Поступило», «Приём») proposes the date. */
    received: z.literal(true).optional().meta({ title: 'Предлагать день, когда письмо поступило' }),
    /** In a letter: the line of its form that takes the value too. A `person` is the executor without it. */
    requisite: z.enum(letterRequisites).optional().meta({ title: 'Реквизит письма' }),
    /** May stay empty: then the text around it must be under a flag. */
    optional: z.boolean().default(false).meta({ title: 'Можно оставить пустым' }),
  })
  .refine(
    (variable) => variable.type !== 'choice' || (variable.options?.length ?? 0) > 1,
    'Для выбора нужны хотя бы два варианта',
  )
  .refine(({ type, term, deadlineOf, received }) => {
    const proposals = [term, deadlineOf, received].filter((one) => one !== undefined).length;
    return proposals === 0 || (proposals === 1 && type === 'date');
  }, 'Дату предлагает одно из полей term, deadlineOf и received, и только у переменной с type: date');
export type Variable = z.infer<typeof variableSchema>;
