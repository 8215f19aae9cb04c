import { z } from 'zod';

/** What a person sends. */
export const newProposalSchema = z.strictObject({
  /** Relative to the content folder. */
  file: z.string().min(1).max(300),
  /** The version the person began with. */
  base: z.string().regex(/^[0-9a-f]{40,64}$/),
  /** The whole text of the file. */
  text: z.string().max(400_000),
  /** What was changed, in one line. */
  summary: z.string().transform(oneLine).pipe(z.string().min(3).max(200)),
  /** Who proposes it. */
  name: z.string().transform(personName).pipe(z.string().min(2).max(100).regex(/\p{L}/u)),
  email: z.union([z.email().max(200), z.literal('').transform(() => undefined)]).optional(),
});
export type NewProposal = z.infer<typeof newProposalSchema>;

/** How far a proposal has come: `local` without a forge, `waiting` until the forge takes it. */
export type ProposalState = 'sent' | 'local' | 'waiting';

/** The same of a proposal that is listed: what people at the forge have done with it, as far as the server knows. */
export type ListedState = ProposalState | 'merged' | 'closed';

/** A proposal that was just made. */
export interface MadeProposal {
  readonly branch: string;
  readonly commit: string;
  readonly state: ProposalState;
  /** Where it is looked at; of a sent one. */
  readonly url?: string;
  /** Why it waits. */
  readonly message?: string;
}

/** A proposal that the base does not hold yet. */
export interface OpenProposal {
  readonly branch: string;
  readonly file: string;
  readonly title: string;
  readonly summary: string;
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  readonly state: ListedState;
  readonly url?: string;
}

/** What each field of a proposal has to be, said to the person who sends it. */
export function inputFault(error: z.ZodError): string {
  const [field] = error.issues[0]?.path ?? [];
  return (
    (typeof field === 'string' ? inputFaults[field] : undefined) ??
    'Правка отправлена не так, как нужно. Обновите страницу и повторите.'
  );
}

const inputFaults: Readonly<Record<string, string>> = {
  text: 'Страница длиннее 400 000 знаков. Сократите её или разбейте на несколько страниц.',
  summary: 'Напишите в одной строке, что изменено: от 3 до 200 знаков.',
  name: 'Напишите своё имя: от 2 до 100 знаков.',
  email: 'Адрес почты написан с ошибкой. Исправьте его или оставьте поле пустым.',
};

/** Control characters and line ends would make other lines of the commit's message. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Git takes no angle brackets in a name, and none but letters at its ends. */
function personName(text: string): string {
  return oneLine(text.replaceAll(/[<>]/g, ' ')).replaceAll(/^[^\p{L}\p{N}]+|[\s,:;"'\\]+$/gu, '');
}
