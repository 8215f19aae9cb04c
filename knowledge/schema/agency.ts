import { z } from 'zod';
import { clauseSchema, fact, idSchema, webAddressSchema } from './common.ts';
import { languageSchema } from './language.ts';
import { letterKindSchema, lettersSchema } from './letters.ts';

const clause = clauseSchema;
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Время пишется как 09:00');

/**
 * A term. Exactly one unit of time; the clause that sets it stands beside the number.
 *
 * - `workingDays`: days of the working calendar (WR-4, WR-5);
 * - `calendarDays`: days of the plain calendar (PV-2, statutory terms);
 * - `hours` with `clock: 'working-days'`: the clock stands still on days off (WR-6); with `clock: 'plain'` it does not (WR-13);
 * - `workingHours`: only the office's opening hours count (OT-2).
 */
export const termSchema = z.union([
  z.strictObject({ workingDays: z.int().positive(), clause }),
  z.strictObject({ calendarDays: z.int().positive(), clause }),
  z.strictObject({ hours: z.int().positive(), clock: z.enum(['working-days', 'plain']), clause }),
  z.strictObject({ workingHours: z.int().positive(), clause }),
]);
export type Term = z.infer<typeof termSchema>;

/** The terms a profile can have, by what they are for. What is left out is switched off. */
export const termsSchema = z.strictObject({
  /** Answer on the substance to an urgent message (WR-4). */
  urgentReply: termSchema.optional(),
  /** Notice to a client who insults or threatens (WR-5). */
  abuseNotice: termSchema.optional(),
  /** Confirmation that the message is received and registered (WR-6). */
  firstReply: termSchema.optional(),
  /** Notice that documents are missing, counted from the moment it was found (WR-13). */
  incompleteDocuments: termSchema.optional(),
  /** Message about the date of a visit, counted backwards from the visit (PV-2). */
  visitNotice: termSchema.optional(),
  /** Reply to a mention in a social network (OT-2). */
  socialMention: termSchema.optional(),
  /** Reply to an official request or a comment in a social network (OT-2). */
  socialRequest: termSchema.optional(),
});
export type TermName = keyof z.infer<typeof termsSchema>;

/** Terms set by law, kept apart from the agency's own (KB-9): the earlier date wins, both are shown. */
export const statutoryTermSchema = z.strictObject({
  /** The act and the clause: «Федеральный закон № 59-ФЗ, ч. 1 ст. 12». */
  act: z.string().min(5),
  /** What the law asks to do by then, in plain words. */
  title: z.string().min(5),
  /** The term itself, counted from the same moment. */
  term: termSchema,
  /** The terms of the agency this one is compared with. */
  besides: z.array(termsSchema.keyof()).default([]),
  /** The letters that the law wants sent by then, for those that no term of the agency sets a date for. */
  letters: z.array(letterKindSchema).default([]),
});

/** Weekly opening hours, and by how many minutes a pre-holiday day is shorter. */
export const hoursSchema = z.strictObject({
  /** Monday to Friday. */
  weekdays: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  /** The break in the middle of a day, if the act names one. */
  lunch: z.strictObject({ from: timeOfDay, to: timeOfDay }).optional(),
  /** By how much a day before a holiday is shorter; 0 when the act does not shorten it. */
  preHolidayShorterByMinutes: z.int().nonnegative().default(60),
  /** The clause that sets the hours. */
  clause: clause.optional(),
});

const nameSchema = z.strictObject({
  /** Nominative: «департамент молодёжной политики Новосибирской области». */
  full: z.string(),
  /** Genitive of the full name: «департамента …». */
  genitive: z.string(),
  /** Prepositional of the full name: «(в) департаменте …». */
  prepositional: z.string(),
  /** How staff call it for short: «департамент». */
  short: z.string(),
});

/** A registration code of so many digits. */
const code = (name: string, digits: number) =>
  z.string().regex(new RegExp(`^\\d{${digits}}$`), `${name}: нужно ${digits} цифр подряд, в кавычках`);

/** The codes of a body of power in the head of its letters (ГОСТ Р 7.0.97-2016, 5.8). */
export const codesSchema = z.strictObject({
  /** ОГРН, 13 digits, the last one a control digit. */
  ogrn: code('ОГРН', 13).refine(
    (ogrn) => Number(BigInt(ogrn.slice(0, 12)) % 11n) % 10 === Number(ogrn[12]),
    'ОГРН: последняя цифра не сходится с остальными, проверьте номер',
  ),
  /** ИНН, 10 digits, the last one a control digit. */
  inn: code('ИНН', 10).refine((inn) => {
    const sum = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((all, weight, at) => all + weight * Number(inn[at]), 0);
    return (sum % 11) % 10 === Number(inn[9]);
  }, 'ИНН: последняя цифра не сходится с остальными, проверьте номер'),
  /** КПП, 9 digits. */
  kpp: code('КПП', 9),
  /** ОКПО, 8 digits. */
  okpo: code('ОКПО', 8).optional(),
});

/** `content/agency.yml`: everything about the agency that more than one page says. */
export const agencySchema = z.strictObject({
  /** Names the profile in logs and exports. */
  id: idSchema,
  /** The name in the forms that letters need. */
  name: nameSchema,
  /** The order that the profile is read from: `id` of the regulation page. */
  order: idSchema,
  /** IANA name: all terms are counted in this zone. */
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'Неизвестный часовой пояс'),
  /** The official site. */
  site: fact(webAddressSchema),
  /** Where letters go and visitors come. */
  address: fact(z.string()),
  /** How to get there, in words that can be read out (PV-1). */
  directions: fact(z.string()),
  /** The address for messages. */
  email: fact(z.email()),
  /** ОГРН, ИНН, КПП: they stand in the head of a letter. */
  codes: fact(codesSchema).optional(),
  /** The consultation line (CL-2). */
  line: z.strictObject({ phone: fact(z.string()), hours: hoursSchema, clause }).optional(),
  /** When the office itself works. An order may name the hours of the line only. */
  officeHours: fact(hoursSchema),
  /** Who leads the agency. */
  head: fact(z.strictObject({ name: z.string(), post: z.string() })),
  /** The deputy who controls execution (RF-4). */
  controller: fact(z.strictObject({ name: z.string(), post: z.string() })),
  /** One address for each occasion, never typed by hand in a letter. */
  links: z.strictObject({
    /** Survey in every final letter (WR-12). */
    survey: fact(webAddressSchema).optional(),
    /** Rating of the experience in the first reply (WR-7). */
    rating: fact(webAddressSchema).optional(),
    /** Rating of a visit (PV-9). */
    visitRating: fact(webAddressSchema).optional(),
    /** The one click that withdraws consent to mailings (OT-1). */
    unsubscribe: fact(webAddressSchema).optional(),
  }),
  /** The agency's own terms. */
  terms: termsSchema,
  /** The terms of the law beside them. */
  statutory: z.array(statutoryTermSchema).default([]),
  /** How days are counted where the act leaves it open. */
  counting: z.strictObject({
    /** `next-day`: day 1 is the day after receipt (the usual way of civil law); `same-day`: the day of receipt is day 1. */
    dayOfReceipt: z.enum(['next-day', 'same-day']),
    /** Why so, shown to the reader of a deadline. */
    reason: z.string(),
  }),
  /** How the abuse notice names what is not allowed (WR-5): «подобного поведения». */
  abuseWording: z.strictObject({ text: z.string(), clause }).optional(),
  /** The rules of a call. */
  calls: z
    .strictObject({
      /** Transfers within one call (CL-7). */
      maxTransfers: z.strictObject({ value: z.int().nonnegative(), clause }),
      /** Steps of a callback in order (CL-8): 5 in M and D, 4 in U and P. */
      callbackSteps: z.strictObject({ value: z.union([z.literal(4), z.literal(5)]), clause }),
      /** Whether the contact of the competent body must be given, or only if available (CL-11). */
      outOfRemitContact: z.strictObject({ value: z.enum(['must', 'if-available']), clause }),
      /** Never act for the caller (CL-9). */
      actForCaller: z.strictObject({ value: z.literal('forbidden'), clause }),
      /** Keep a count of calls that went unanswered (CL-10). */
      missedCallCount: z.strictObject({ value: z.boolean(), clause }).optional(),
      /** The closing questions, word for word (CL-12). */
      closingQuestions: z
        .strictObject({
          /** Each with the answers to offer. */
          questions: z.array(z.strictObject({ text: z.string(), options: z.array(z.string()).min(2) })),
          clause,
        })
        .optional(),
    })
    .optional(),
  /** What a client can learn about earlier messages. */
  history: z
    .strictObject({
      /** How long messages are kept (OT-3), in words: «5 лет». */
      kept: z.strictObject({ value: z.string(), clause }),
      /** Whether the whole history must or may be given on request (OT-4). */
      onRequest: z.strictObject({ value: z.enum(['must', 'may']), clause }),
    })
    .optional(),
  /** By what messages are sorted (WR-2). */
  classification: z
    .strictObject({ by: z.array(z.enum(['topic', 'need', 'sphere'])).min(1), clause })
    .optional(),
  /** The monthly check of the knowledge base (RF-1); `duty` is the clause that says what it consists of (RF-2). */
  refresh: z.strictObject({ everyMonths: z.literal(1), clause, duty: clause }).optional(),
  /** How often the people of the line are trained as planned (OT-5). */
  training: z.strictObject({ everyYears: z.int().positive(), clause }).optional(),
  /** Reminders of a visit (PV-3). */
  visits: z
    .strictObject({ remindersHoursBefore: z.array(z.int().positive()).default([]), clause })
    .optional(),
  /** Which kind of letter needs which parts. */
  letters: lettersSchema,
  /** What the order demands of language, with the clause that the linter cites. */
  language: languageSchema.default({}),
  /** Drafts are not an archive (OT-3). */
  drafts: z.strictObject({
    /** A draft untouched for so many days is removed. */
    expireAfterDays: z.int().positive(),
    /** A letter that was sent goes sooner, because it is kept elsewhere; without it, after the same time. */
    sentAfterDays: z.int().positive().optional(),
    /** How many days before that the list says so. */
    warnDays: z.int().positive().default(7),
    /** Where it is written that messages are kept elsewhere. */
    clause: clause.optional(),
  }),
});
export type Agency = z.infer<typeof agencySchema>;
