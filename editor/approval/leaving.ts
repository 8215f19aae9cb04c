import { z } from 'zod';
import { type Identity, may } from '#identity';
import type { Content } from '#knowledge';
import { cleanName } from '../collaboration/protocol.ts';
import type { Collaboration } from '../collaboration/server.ts';
import type { Sheet } from '../export/docx.ts';
import { fileName } from '../export/file-name.ts';
import { sheetHtml } from '../export/html.ts';
import { requisitesOf } from '../export/requisites.ts';
import { resolvedBlocks } from '../export/resolved.ts';
import { type SavedLetter, savedLetter } from '../export/saved-letter.ts';
import { profileSigners } from '../letters/requisite-fields.ts';
import { StorageError } from '../storage/errors.ts';
import { type DraftEvent, type ExitWay, exitWays, type Signer, signerSchema } from '../storage/event.ts';
import type { DraftWriter } from '../storage/writer.ts';
import { blocksOf, namedText } from '../text/blocks.ts';
import { type Missing, missingNames, missingOf, type Leaving as Way } from './completeness.ts';
import { LeavingError } from './error.ts';
import { actorOf, objectionTo } from './rights.ts';
import { canGo, type DraftState, draftStates, isLocked, isReturn } from './state.ts';

const noExport = 'Выпускать письма у Вас нет прав. Если они нужны для работы, попросите их у администратора.';

const reasonSchema = z.string().trim().min(1).max(1_000).optional();
const personSchema = z.string().max(200);
/** The fingerprint of the letter that the person has before his or her eyes. */
const seenSchema = z.string().max(40);

const exitSchema = z.strictObject({
  way: z.enum(exitWays),
  seen: seenSchema,
  by: personSchema,
  reason: reasonSchema,
});

const stepSchema = z.strictObject({
  from: z.enum(draftStates),
  to: z.enum(draftStates),
  seen: seenSchema,
  by: personSchema,
  reason: reasonSchema,
  /** Who signs: one of the profile, or a person and a post. */
  signer: z.union([z.string().max(40), signerSchema]).optional(),
});

/** What the print page shows. */
export type PrintedLetter =
  | { readonly kind: 'letter'; readonly title: string; readonly html: string }
  | { readonly kind: 'gaps'; readonly missing: readonly Missing[] }
  | { readonly kind: 'gone' };

/** The ways of a letter out of the desk, and from draft to sent. */
export class LettersLeaving {
  readonly #writer: DraftWriter;
  readonly #collaboration: Collaboration;
  readonly #content: Content;

  constructor(writer: DraftWriter, collaboration: Collaboration, content: Content) {
    this.#writer = writer;
    this.#collaboration = collaboration;
    this.#content = content;
  }

  /**
   * Lets a letter out: complete, or with a reason. Gives the way, and the line in its history, which opens the file.
   *
   * @throws LeavingError, StorageError
   */
  async leave(draft: string, input: unknown, identity: Identity): Promise<{ line: number; way: ExitWay }> {
    const { way, seen, by: said, reason } = checked(exitSchema, input);
    if (!may(identity, 'letter.export')) throw new LeavingError('forbidden', noExport);
    const { name: by, account } = actorOf(identity, said);
    const letter = await this.#seen(draft, seen);
    const missing = await this.#gaps(letter, way);
    requireReason(missing, reason, by);
    const line = await this.#writer.record({
      draft,
      at: new Date().toISOString(),
      person: cleanName(by),
      happening: {
        kind: 'exit',
        way,
        ...(missing.length > 0 ? { reason, missing: missingNames(missing) } : {}),
        ...(account === undefined ? {} : { account }),
      },
    });
    if (line === undefined) throw new Error('An exit starts from no state.');
    return { line, way };
  }

  /**
   * The letter with its requisites, for the file or the print.
   *
   * @param exit a line of the history that lets it out although something is missing
   * @throws LeavingError, StorageError
   */
  async sheet(draft: string, way: 'docx' | 'print', exit: number | undefined): Promise<Sheet> {
    const [letter, history] = await Promise.all([
      savedLetter(this.#writer, draft, this.#content),
      this.#writer.history(draft),
    ]);
    const missing = await this.#gaps(letter, way);
    const allowed = history.some(
      ({ sequence, happening }) => sequence === exit && happening.kind === 'exit' && happening.way === way,
    );
    if (missing.length > 0 && !allowed) throw incomplete(missing);
    const { agency } = this.#content;
    return {
      title: letter.record.title,
      requisites: requisitesOf({
        agency,
        variables: letter.variables,
        values: letter.typed,
        fields: letter.fields,
        approvedBy: isLocked(letter.record.state) ? approverOf(history) : undefined,
      }),
      blocks: resolvedBlocks(letter.document, letter.values),
    };
  }

  /** The letter for the print page, or what stands there in its place. */
  async printed(draft: string, exit: number | undefined): Promise<PrintedLetter> {
    try {
      const sheet = await this.sheet(draft, 'print', exit);
      return { kind: 'letter', title: sheet.title, html: sheetHtml(sheet) };
    } catch (error) {
      if (error instanceof LeavingError) return { kind: 'gaps', missing: error.missing };
      if (error instanceof StorageError && error.fault === 'gone') return { kind: 'gone' };
      throw error;
    }
  }

  /** The letter as a file of Word, with its name. The library is loaded for the first one. */
  async docx(
    draft: string,
    exit: number | undefined,
  ): Promise<{ readonly file: Buffer; readonly name: string }> {
    const sheet = await this.sheet(draft, 'docx', exit);
    const { letterDocx } = await import('../export/docx.ts');
    return { file: await letterDocx(sheet), name: fileName(sheet.title, 'docx') };
  }

  /**
   * Takes a letter a step further, or back with a reason. Changes wait meanwhile, so that what is approved is what was
   * read.
   *
   * @throws LeavingError, StorageError
   */
  async step(draft: string, input: unknown, identity: Identity): Promise<DraftState> {
    const { from, to, seen, by: said, reason, signer } = checked(stepSchema, input);
    const { name: by, account } = actorOf(identity, said);
    if (!canGo(from, to)) throw new LeavingError('input', 'Так письмо не переводят: обновите страницу.');
    const objection = objectionTo(identity, to, await this.#writer.history(draft));
    if (objection !== undefined) throw new LeavingError('forbidden', objection);
    if (by.trim() === '') throw unnamed();
    if (isReturn(from, to) && reason === undefined)
      throw new LeavingError('input', 'Напишите, почему письмо возвращается: это увидит автор.');
    const signs = to === 'approved' ? this.#signer(signer) : undefined;
    await this.#collaboration.decide(draft, isLocked(to), async () => {
      const missing = isReturn(from, to) ? [] : await this.#gapsOfStep(draft, to, seen);
      requireReason(missing, reason, by);
      const line = await this.#writer.record({
        draft,
        at: new Date().toISOString(),
        person: cleanName(by),
        happening: {
          kind: 'state',
          from,
          to,
          ...(reason === undefined ? {} : { reason }),
          ...(signs === undefined ? {} : { signer: signs }),
          ...(missing.length > 0 ? { missing: missingNames(missing) } : {}),
          ...(account === undefined ? {} : { account }),
        },
      });
      if (line === undefined)
        throw new LeavingError('state', 'Письмо уже перевёл кто-то другой: обновите страницу.');
    });
    this.#collaboration.tell(draft, { kind: 'state', state: to });
    return to;
  }

  history(draft: string): Promise<DraftEvent[]> {
    return this.#writer.history(draft);
  }

  async #gapsOfStep(draft: string, to: DraftState, seen: string): Promise<Missing[]> {
    const letter = await this.#seen(draft, seen);
    return to === 'approved' || to === 'sent' ? this.#gaps(letter, to) : [];
  }

  /** The letter on the disk, if it is the one that the person sees: no word is on its way, in or out. */
  async #seen(draft: string, seen: string): Promise<SavedLetter> {
    const letter = await savedLetter(this.#writer, draft, this.#content);
    if (letter.fingerprint !== seen)
      throw new LeavingError(
        'changed',
        'Письмо на сервере не такое, как на Вашем экране: его сейчас меняют. Подождите, прочитайте и повторите.',
      );
    return letter;
  }

  /** What the letter lacks. A locked letter was let through with its gaps once, and cannot have got others. */
  async #gaps(letter: SavedLetter, way: Way): Promise<Missing[]> {
    const blocks = blocksOf(letter.document, letter.values);
    const required = this.#content.agency.letters[letter.letter]?.parts ?? [];
    // The rules of language are loaded for the first letter that leaves.
    const { missingParts } = await import('./required-parts.ts');
    const missing = missingOf(
      {
        letter: letter.letter,
        unfilled: [...new Set(blocks.flatMap(({ unfilled }) => unfilled))],
        variables: letter.variables,
        fields: letter.fields,
        suggestions: letter.suggestions,
        missingParts: missingParts(blocks.map(namedText), required),
      },
      way,
    );
    if (missing.length === 0 || !isLocked(letter.record.state)) return missing;
    const approval = (await this.#writer.history(letter.record.id)).findLast(isApproval);
    const known = new Set(
      approval?.happening.kind === 'state' && approval.happening.reason !== undefined
        ? approval.happening.missing
        : [],
    );
    return missing.filter((one) => !missingNames([one]).some((name) => known.has(name)));
  }

  #signer(wanted: string | Signer | undefined): Signer {
    if (wanted !== undefined && typeof wanted !== 'string') return wanted;
    const found = profileSigners(this.#content.agency).find(({ id }) => id === wanted);
    if (found === undefined)
      throw new LeavingError('input', 'Выберите, кто подписывает письмо, или впишите имя и должность.');
    return { name: found.name, post: found.post };
  }
}

/** Who signed a letter: said when it was approved last. */
export function approverOf(history: readonly DraftEvent[]): Signer | undefined {
  const approval = history.findLast(isApproval)?.happening;
  return approval?.kind === 'state' ? approval.signer : undefined;
}

function isApproval({ happening }: DraftEvent): boolean {
  return happening.kind === 'state' && happening.to === 'approved';
}

function requireReason(missing: readonly Missing[], reason: string | undefined, by: string): void {
  if (missing.length === 0) return;
  if (reason === undefined) throw incomplete(missing);
  if (by.trim() === '') throw unnamed();
}

function incomplete(missing: readonly Missing[]): LeavingError {
  return new LeavingError(
    'incomplete',
    'В письме не хватает обязательного. Дополните его или напишите, почему оно уходит таким.',
    missing,
  );
}

function unnamed(): LeavingError {
  return new LeavingError('input', 'Назовите себя: имя останется в истории письма.');
}

function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    throw new LeavingError('input', 'Запрос не такой, как его отправляет страница: обновите её и повторите.');
  return parsed.data;
}
