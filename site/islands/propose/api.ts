import { z } from 'zod';

const pageSchema = z.object({
  file: z.string(),
  version: z.string(),
  text: z.string(),
  title: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  schema: z.unknown(),
  forge: z.enum(['github', 'gitlab', 'gitea', 'none']),
});
/** A page as it can be edited. */
export type EditablePage = z.infer<typeof pageSchema>;

const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  rule: z.string().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  line: z.number().optional(),
  column: z.number().optional(),
  endLine: z.number().optional(),
  endColumn: z.number().optional(),
  clause: z.string().optional(),
  replacements: z.array(z.object({ text: z.string(), range: z.tuple([z.number(), z.number()]) })).optional(),
});
/** What the check finds in a text. */
export type PageProblem = z.infer<typeof problemSchema>;

const checkedSchema = z.object({ problems: z.array(problemSchema), preview: z.string() });
export type CheckedText = z.infer<typeof checkedSchema>;

const sentSchema = z.object({
  branch: z.string(),
  state: z.enum(['sent', 'local', 'waiting']),
  url: z.string().optional(),
  message: z.string().optional(),
});
/** An edit that the server has taken. */
export type SentEdit = z.infer<typeof sentSchema>;

const proposalSchema = z.object({
  id: z.string().optional(),
  branch: z.string(),
  file: z.string(),
  title: z.string(),
  summary: z.string(),
  name: z.string(),
  at: z.string(),
  state: z.enum(['sent', 'local', 'waiting', 'merged', 'closed']),
  url: z.string().optional(),
});
/** An edit that waits for the unit's word. */
export type OpenProposal = z.infer<typeof proposalSchema>;
const listSchema = z.object({ proposals: z.array(proposalSchema) });

const refusalSchema = z.object({
  error: z.string().optional(),
  message: z.string().optional(),
  theirs: z.string().optional(),
  version: z.string().optional(),
  problems: z.array(problemSchema).optional(),
});

/** What came of a request; every way it can fail is a sentence. */
export type Asked<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'conflict'; readonly theirs: string; readonly version: string; readonly message: string }
  | { readonly kind: 'invalid'; readonly message: string; readonly problems: readonly PageProblem[] }
  | { readonly kind: 'absent' | 'refused' | 'expired' | 'unreachable'; readonly message: string };

const noConnection = 'Нет связи с\u00a0сервером. Повторите, когда связь вернётся.';
const expired = 'Сервер Вас больше не\u00a0узнаёт. Войдите снова в\u00a0другой вкладке и\u00a0повторите.';
const broken =
  'Сервер ответил непонятно. Повторите через минуту; если не\u00a0поможет, сообщите администратору.';

/** The page of a file, ready to be edited. */
export function askPage(file: string): Promise<Asked<EditablePage>> {
  return ask(`/api/proposals/page?${new URLSearchParams({ file })}`, pageSchema);
}

/** What is wrong with a text, and what it looks like. */
export function askCheck(file: string, text: string): Promise<Asked<CheckedText>> {
  return ask('/api/proposals/check', checkedSchema, { file, text });
}

/** What is sent: the whole text, what was changed in one line, and by whom. */
export interface EditToSend {
  readonly file: string;
  readonly base: string;
  readonly text: string;
  readonly summary: string;
  readonly name: string;
}

/** Hands an edit over. */
export function sendEdit(edit: EditToSend): Promise<Asked<SentEdit>> {
  return ask('/api/proposals', sentSchema, edit);
}

/** The edits that wait. */
export function askProposals(): Promise<Asked<{ proposals: OpenProposal[] }>> {
  return ask('/api/proposals', listSchema);
}

/** Tries once more to hand over an edit that the forge did not take. */
export function sendAgain({ id, branch }: OpenProposal): Promise<Asked<SentEdit>> {
  const name = id ?? branch.replace(/^propose\//, '');
  return ask(`/api/proposals/${encodeURIComponent(name)}/send`, sentSchema, {});
}

async function ask<Value>(address: string, schema: z.ZodType<Value>, body?: object): Promise<Asked<Value>> {
  const post = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(address, body === undefined ? {} : post).catch(() => undefined);
  if (answer === undefined) return { kind: 'unreachable', message: noConnection };
  const said: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) {
    const value = schema.safeParse(said);
    return value.success ? { kind: 'done', value: value.data } : { kind: 'refused', message: broken };
  }
  const { message, theirs, version, problems } = refusalSchema.safeParse(said).data ?? {};
  switch (answer.status) {
    case 401:
    case 403:
      return { kind: 'expired', message: message ?? expired };
    case 404:
      return { kind: 'absent', message: message ?? 'Такой страницы в\u00a0базе нет.' };
    case 409:
      if (theirs !== undefined && version !== undefined)
        return { kind: 'conflict', theirs, version, message: message ?? '' };
      break;
    case 422:
      return {
        kind: 'invalid',
        message: message ?? 'Сначала исправьте ошибки страницы.',
        problems: problems ?? [],
      };
  }
  return { kind: 'refused', message: message ?? broken };
}
