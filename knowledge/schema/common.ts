import { z } from 'zod';

/** ASCII kebab-case, unique over all pages, never changes: links, ledgers and drafts refer to it. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Нужны строчные латинские буквы, цифры и дефисы: «urgent-reply»');

/** Where a rule stands in an act, as staff quote it: «п. 4.6», «ПВ¶6», «ст. 12». */
export const clauseSchema = z.string().min(2);

/** Path of a value of the profile: `line.phone`. */
export const profilePathSchema = z.string().regex(/^[a-z][a-zA-Z]*(?:\.[a-zA-Z]+)*$/);

/** An address on the web. Only http and https: a `javascript:` address would run in the reader's browser. */
export const webAddressSchema = z.url({ protocol: /^https?$/ });

/** A calendar date, `yyyy-mm-dd`. */
export const dateSchema = z.iso.date('Дата пишется как 2026-11-22');

const factClause = clauseSchema.optional().meta({ title: 'Пункт' });

/**
 * A fact of the profile. Either it is known, or it is visibly missing with the reason: then it is listed by the check and
 * shown to the reader as missing. Nothing is made up.
 */
export const fact = <Value extends z.ZodType>(value: Value) =>
  z.union(
    [
      z
        .strictObject({ value: value.meta({ title: 'Сведения' }), clause: factClause })
        .meta({ title: 'Сведения есть' }),
      z
        .strictObject({
          /** Why it is not known. */
          missing: z.string().min(5).meta({ title: 'Почему их нет' }),
          /** The clause that asks for it. */
          clause: factClause,
        })
        .meta({ title: 'Сведений нет' }),
    ],
    {
      error: (issue) =>
        issue.input === undefined
          ? undefined
          : 'Пишется либо «{ value: … }», либо «{ missing: почему сведений нет }».',
    },
  );

/** A fact whose value is known or visibly missing. */
export type Fact<Value> =
  | { value: Value; clause?: string | undefined }
  | { missing: string; clause?: string | undefined };

/** Who may read a page: the agency's own people, or everybody. */
export const audienceSchema = z.enum(['staff', 'public']);
export type Audience = z.infer<typeof audienceSchema>;

/** What a page rests on: the id of a regulation page and the clause in it. */
export const basisSchema = z.strictObject({
  /** `id` of the regulation page. */
  act: idSchema.meta({ title: 'Акт' }),
  /** The clause as staff quote it. */
  clause: clauseSchema.optional().meta({ title: 'Пункт', description: '«п. 4.6», «ст. 12».' }),
});
export type Basis = z.infer<typeof basisSchema>;
