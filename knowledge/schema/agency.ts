import { z } from 'zod';
import { callsSchema, internalClientsSchema } from './calls.ts';
import { clauseSchema, fact, idSchema, webAddressSchema } from './common.ts';
import { hoursSchema } from './hours.ts';
import { languageSchema } from './language.ts';
import { lettersSchema } from './letters.ts';
import { lineSchema } from './line.ts';
import { statutoryTermSchema, termsSchema } from './term.ts';
import { visitsSchema } from './visits.ts';

const clause = clauseSchema;

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
const code = (digits: number) =>
  z.string().regex(new RegExp(`^\\d{${digits}}$`), `Нужны ${digits} цифр подряд, в кавычках`);
const wrongDigit = 'Последняя цифра не сходится с остальными: проверьте номер';

/** The codes of a body of power in the head of its letters (ГОСТ Р 7.0.97-2016, 5.8). */
export const codesSchema = z.strictObject({
  /** ОГРН, 13 digits, the last one a control digit. */
  ogrn: code(13).refine(
    (ogrn) => Number(BigInt(ogrn.slice(0, 12)) % 11n) % 10 === Number(ogrn[12]),
    wrongDigit,
  ),
  /** ИНН, 10 digits, the last one a control digit. */
  inn: code(10).refine((inn) => {
    const sum = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((all, weight, at) => all + weight * Number(inn[at]), 0);
    return (sum % 11) % 10 === Number(inn[9]);
  }, wrongDigit),
  /** КПП, 9 digits. */
  kpp: code(9),
  /** ОКПО, 8 digits. */
  okpo: code(8).optional(),
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
  /** The consultation line (CL-1, CL-2). */
  line: lineSchema.optional(),
  /** When the office itself works. An order may name the hours of the line only. */
  officeHours: fact(hoursSchema),
  /** Who leads the agency. */
  head: fact(z.strictObject({ name: z.string(), post: z.string() })),
  /** The deputy who controls execution (RF-4); reminders of the last days of a month go to the address. */
  controller: fact(z.strictObject({ name: z.string(), post: z.string(), email: z.email().optional() })),
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
  /** The rules of a call to the line. */
  calls: callsSchema.optional(),
  /** Calls to clients for clarification: how they go is laid down (CL-16). */
  outboundCalls: z.strictObject({ clause }).optional(),
  /** Oral questions of the agency's own people (CL-17); the term of the reply is `terms.internalReply`. */
  internalClients: internalClientsSchema.optional(),
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
  /** Personal visits. */
  visits: visitsSchema.optional(),
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
