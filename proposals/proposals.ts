import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type PageKind, pageSchemas, placeOf, withPage } from '#knowledge';
import { branchName, branchPrefix } from './branch-name.ts';
import {
  type CheckedPage,
  PageChecker,
  type Preview,
  type ProposalsChecker,
  unknownPage,
} from './check/check-page.ts';
import { ProposalError } from './error.ts';
import { type Forge, ForgeError } from './forge/forge.ts';
import {
  inputFault,
  type MadeProposal,
  type NewProposal,
  newProposalSchema,
  type OpenProposal,
} from './proposal.ts';
import { type Base, notText, type OpenBranch, pageTrailer, Repository } from './repository/repository.ts';
import { giveForm, plainText, type TextForm, takeForm } from './repository/text-form.ts';
import { SentProposals } from './sent.ts';

/** How often what waits is handed over again. */
const resendEveryMs = 10 * 60 * 1000;

/** How long a proposal that was closed without being taken stays in the list, so that its author learns of it. */
const closedStaysMs = 30 * 24 * 60 * 60 * 1000;

/** What proposals need to know. */
export interface ProposalSettings {
  readonly contentFolder: string;
  readonly dataFolder: string;
  readonly preview: Preview;
  /** Checks pages in another thread; without one they are checked here, where a long page keeps everybody waiting. */
  readonly checker?: ProposalsChecker;
  /** The branch proposals start from and go into; by default the one the folder stands at. */
  readonly branch?: string;
  readonly forge?: Forge;
  /** Told what the administrator has to know, in Russian. */
  readonly say?: (line: string) => void;
}

/** A page as a person begins to change it. */
export interface EditablePage {
  readonly file: string;
  readonly version: string;
  readonly text: string;
  readonly title: string;
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** JSON Schema of the front matter. */
  readonly schema: unknown;
  readonly forge: Forge['kind'] | 'none';
}

/** Changes of pages that people propose without knowing git. */
export interface Proposals {
  /** @throws ProposalError */
  page(file: string): Promise<EditablePage>;
  /** The id of the unit that a page belongs to as the base has it; undefined where there is no such page. */
  unitOf(file: string): Promise<string | undefined>;
  /** @throws ProposalError when there is no such page; never because of the text */
  check(file: string, text: string): Promise<CheckedPage>;
  /**
   * @param input checked here
   * @throws ProposalError
   */
  propose(input: unknown): Promise<MadeProposal>;
  /** The open ones, newest first; none where there is no git. */
  list(): Promise<OpenProposal[]>;
  /** @throws ProposalError when there is no such branch */
  send(id: string): Promise<MadeProposal>;
  close(): Promise<void>;
}

const kept = 'Правка сохранена на сервере и уйдёт сама, когда это станет возможно.';

/** How long a person waits for the forge; the sending goes on without them. */
const patienceMs = 20_000;

interface Written {
  readonly version: string;
  readonly text: string;
  readonly form: TextForm;
  readonly mode: string;
}

/** Opens the proposals of a content folder; what waits for the forge is handed over at once and every ten minutes. */
export function createProposals(settings: ProposalSettings): Proposals {
  const { contentFolder, dataFolder, preview, branch, forge, say = () => undefined } = settings;
  const reader = new PageChecker(contentFolder, preview);
  const checker = settings.checker ?? reader;
  const sent = new SentProposals(resolve(dataFolder, 'proposals', 'sent.json'));
  const delivering = new Map<string, Promise<MadeProposal>>();
  let told = '';

  async function opened(): Promise<{ repository: Repository; base: Base }> {
    const repository = await Repository.open(contentFolder);
    const base = await repository.base(branch);
    if (!(await repository.holdsContent(base.commit)))
      throw new ProposalError(
        'no-git',
        'Содержание ещё не внесено в git, поэтому правку некуда записать. Сообщите администратору; Ваш текст останется в этом браузере.',
      );
    return { repository, base };
  }

  /** A page as the base has it; as it is on disk when the base has none. */
  async function written(file: string, at?: { repository: Repository; base: Base }): Promise<Written> {
    if (placeOf(file) === undefined) throw unknownPage(file);
    const based = await at?.repository.file(at.base.commit, file);
    if (based) return { ...takeForm(based.text), version: based.version, mode: based.mode };
    const bytes = await readFile(join(contentFolder, file)).catch(() => undefined);
    if (bytes === undefined) throw unknownPage(file);
    return { ...takeForm(decoded(bytes, file)), version: blobHash(bytes), mode: '100644' };
  }

  async function agency() {
    return (await reader.state()).reading.content.agency;
  }

  async function domain(): Promise<string> {
    const site = (await agency())?.site;
    return site && 'value' in site ? new URL(site.value).hostname.replace(/^www\./, '') : 'localhost';
  }

  async function today(): Promise<string> {
    const zone = (await agency())?.timeZone ?? 'Europe/Moscow';
    return Temporal.Now.plainDateISO(zone).toString();
  }

  async function titleOf(file: string): Promise<string> {
    const { pages } = (await reader.state()).reading.content;
    return pages.find((page) => page.file === file)?.title ?? file;
  }

  /** @param isNew made a moment ago: the forge cannot have it yet */
  function deliver(
    open: OpenBranch,
    at: { repository: Repository; base: Base },
    isNew = false,
  ): Promise<MadeProposal> {
    const running = delivering.get(open.branch);
    if (running) return running;
    const started = delivered(open, at, isNew).finally(() => delivering.delete(open.branch));
    delivering.set(open.branch, started);
    return started;
  }

  async function delivered(
    open: OpenBranch,
    { repository, base }: { repository: Repository; base: Base },
    isNew: boolean,
  ): Promise<MadeProposal> {
    const made = { branch: open.branch, commit: open.commit };
    const known = await sent.of(open.branch);
    if (known) return { ...made, state: 'sent', url: known.url };
    if (forge === undefined) return { ...made, state: 'local' };
    try {
      // A request that was taken or closed, and whose branch is gone, would be made once more.
      const former = isNew ? undefined : await forge.find(open.branch);
      const request =
        former ??
        (await forge.deliver({
          root: repository.root,
          branch: open.branch,
          commit: open.commit,
          into: base.branch,
          title: open.summary,
          body: requestBody(open, await titleOf(open.file)),
        }));
      await sent.add(open.branch, request);
      told = '';
      return { ...made, state: 'sent', url: request.url };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      if (told !== error.message) say(`Правка ${open.branch} ждёт отправки. ${error.message}`);
      told = error.message;
      return { ...made, state: 'waiting', message: `${error.message} ${kept}` };
    }
  }

  /** Hands over what waits, and asks what became of what was handed over. */
  async function resend(): Promise<void> {
    if (forge === undefined) return;
    try {
      const at = await opened();
      for (const open of await at.repository.open(at.base)) {
        if (!(await sent.of(open.branch))) await deliver(open, at);
        else await askAfter(forge, open.branch);
      }
    } catch (error) {
      // A forge that does not answer is asked again the next time.
      if (!(error instanceof ProposalError || error instanceof ForgeError)) console.error(error);
    }
  }

  async function askAfter(asked: Forge, branch: string): Promise<void> {
    const request = await asked.find(branch);
    if (request) await sent.add(branch, request);
  }

  let resending = resend();
  const timer = setInterval(() => {
    resending = resending.then(resend);
  }, resendEveryMs);
  timer.unref();

  return {
    async page(file) {
      const place = placeOf(file);
      if (place === undefined) throw unknownPage(file);
      const at = await opened().catch(ignoreProposalError);
      const { version, text } = await written(file, at);
      checker.warm().catch((error: unknown) => console.error(error));
      const { reading } = await reader.state();
      const content = withPage(reading, file, text)?.reading.content;
      const page = content?.pages.find((one) => one.file === file);
      const unit = page && content?.unit(page.unit);
      return {
        file,
        version,
        text,
        title: page?.title ?? file,
        unit: unit ? { id: unit.id, name: unit.name } : null,
        schema: frontMatterSchema(place.kind),
        forge: forge?.kind ?? 'none',
      };
    },

    async unitOf(file) {
      const now = await written(file, await opened().catch(ignoreProposalError)).catch(ignoreProposalError);
      if (now === undefined) return undefined;
      const { reading } = await reader.state();
      const content = withPage(reading, file, now.text)?.reading.content;
      return content?.pages.find((one) => one.file === file)?.unit;
    },

    async check(file, text) {
      await written(file, await opened().catch(ignoreProposalError));
      return checker.check(file, text);
    },

    async propose(input) {
      const proposal = parsed(input);
      const at = await opened();
      const now = await written(proposal.file, at);
      const text = plainText(proposal.text);
      if (now.version !== proposal.base)
        throw new ProposalError(
          'conflict',
          'Пока Вы правили страницу, её изменили. Сравните тексты и отправьте правку снова.',
          { now: { text: now.text, version: now.version } },
        );
      if (text === now.text)
        throw new ProposalError('unchanged', 'В тексте ничего не изменено, отправлять нечего.');
      const { problems } = await checker.check(proposal.file, text);
      const faults = problems.filter(({ source, severity }) => source === 'content' && severity === 'error');
      if (faults.length > 0)
        throw new ProposalError(
          'invalid',
          'На странице есть ошибки. Исправьте их и отправьте правку снова.',
          {
            problems: faults,
          },
        );
      const host = await domain();
      const author = { name: proposal.name, email: proposal.email ?? `noreply@${host}` };
      const name = branchName(await today(), proposal.file);
      const commit = await at.repository.commit({
        base: at.base,
        file: proposal.file,
        text: giveForm(text, now.form),
        mode: now.mode,
        branch: name,
        author,
        committer: { name: 'Понятно', email: `noreply@${host}` },
        message: `${proposal.summary}\n\n${pageTrailer}: ${proposal.file}\n`,
      });
      const { file, summary } = proposal;
      return withPatience(
        deliver(
          { branch: name, commit, file, summary, name: author.name, at: new Date().toISOString() },
          at,
          true,
        ),
        { branch: name, commit },
      );
    },

    async list() {
      const at = await opened().catch(ignoreProposalError);
      if (at === undefined) return [];
      const open = await at.repository.open(at.base);
      const listed = open.map(async ({ commit: _, ...one }): Promise<OpenProposal[]> => {
        const known = await sent.of(one.branch);
        const title = await titleOf(one.file);
        if (!known) return [{ ...one, title, state: forge ? 'waiting' : 'local' }];
        if (known.state === 'closed' && isLongAgo(known.ended)) return [];
        return [{ ...one, title, state: known.state === 'open' ? 'sent' : known.state, url: known.url }];
      });
      return (await Promise.all(listed)).flat();
    },

    async send(id) {
      const at = await opened();
      const found = (await at.repository.open(at.base)).find((one) => one.branch === branchPrefix + id);
      if (found === undefined)
        throw new ProposalError(
          'unknown-proposal',
          'Такой открытой правки нет: её уже приняли или ветку удалили. Обновите список.',
        );
      return deliver(found, at);
    },

    async close() {
      clearInterval(timer);
      await Promise.allSettled([resending, ...delivering.values()]);
    },
  };
}

function isLongAgo(at: string | undefined): boolean {
  return at !== undefined && Date.now() - Date.parse(at) > closedStaysMs;
}

/** The answer of the forge, or that it has not come yet. */
async function withPatience(
  delivery: Promise<MadeProposal>,
  made: Pick<MadeProposal, 'branch' | 'commit'>,
): Promise<MadeProposal> {
  const over = new AbortController();
  const tooLong = setTimeout(patienceMs, undefined, { ref: false, signal: over.signal }).then(
    (): MadeProposal => ({ ...made, state: 'waiting', message: `Хранилище ещё не ответило. ${kept}` }),
  );
  tooLong.catch(() => undefined);
  try {
    return await Promise.race([delivery, tooLong]);
  } finally {
    over.abort();
  }
}

function parsed(input: unknown): NewProposal {
  const result = newProposalSchema.safeParse(input);
  if (result.success) return result.data;
  throw new ProposalError('bad-input', inputFault(result.error));
}

function ignoreProposalError(error: unknown): undefined {
  if (!(error instanceof ProposalError)) throw error;
}

function frontMatterSchema(kind: PageKind): unknown {
  return z.toJSONSchema(pageSchemas[kind], { io: 'input', unrepresentable: 'any' });
}

function requestBody({ name, file, summary }: OpenBranch, title: string): string {
  return `${summary}\n\nСтраница: «${title}» (\`${file}\`)\nПредлагает: ${name}\n\nПравка отправлена из базы знаний «Понятно».`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Buffer, file: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw notText(file);
  }
}

/** The name git gives to a blob. */
function blobHash(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
