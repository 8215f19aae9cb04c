import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Content } from '#knowledge';
import { NoHistoryError } from './error.ts';
import { type ProvenFreshness, readFreshness } from './freshness/read.ts';
import { git } from './git.ts';
import { type LedgerHistory, ledgerHistory, type Person } from './history.ts';

/** A file of the ledger is proven by its commit, or it is not, and this is why. */
export type Proof = { readonly at: Temporal.ZonedDateTime; readonly by: Person } | { readonly why: string };

/** What proves the ledger. */
export interface LedgerProof {
  /** When the knowledge base itself came to the main line: before that there was nothing to check. */
  readonly begun: Temporal.Instant;
  /** What git said when `freshness.json` was made, where there is no git; undefined when git itself was asked. */
  readonly freshness: ProvenFreshness | undefined;
  of(file: string): Proof;
}

/** Accounts that are programs: what they add is not a check by the unit. */
const bots =
  /(?<![\p{L}\d])(?:bot|teabot|dependabot|renovate|(?:github|gitlab|gitea|forgejo)[ -](?:actions?|ci|bot|runner))(?![\p{L}\d])|^(?:бот|робот)(?!\p{L})/iu;

/**
 * Asks git; where there is none (an image without `.git`), `freshness.json`, which was made where there was one. A history that is there
 * and proves nothing is not made good by that file.
 */
export async function proveLedger(
  content: Content,
  now: Temporal.Instant = Temporal.Now.instant(),
  evidence?: GitEvidence,
): Promise<LedgerProof> {
  try {
    return await askGit(content, evidence);
  } catch (error) {
    if (!(error instanceof NoHistoryError)) throw error;
    return await readFreshness(content, now, error);
  }
}

/** What git is asked for a proof; the answers take their time. */
export interface GitEvidence {
  readonly history: Promise<LedgerHistory>;
  /** Files of the ledger that differ from the last commit. */
  readonly dirty: Promise<ReadonlySet<string>>;
}

/**
 * Asks git, in programs of its own: whoever asks before reading the content has the answers when it is read. What goes wrong is told
 * to those who wait for them.
 */
export function gatherEvidence(contentFolder: string): GitEvidence {
  const folder = resolve(contentFolder);
  const history = ledgerHistory(folder);
  const dirty = uncommitted(folder);
  for (const answer of [history, dirty]) answer.catch(() => {});
  return { history, dirty };
}

/** Proves files of the ledger by git alone: committed, unaltered, added by a person. */
export async function askGit(
  content: Content,
  evidence: GitEvidence = gatherEvidence(content.folder),
): Promise<LedgerProof> {
  // What the history says of a folder without one is clearer than what the other would say.
  const history = await evidence.history;
  const dirty = await evidence.dirty;
  return {
    begun: history.begun,
    freshness: undefined,
    of: (file) => proofOf(file, history, dirty, content.agency.timeZone),
  };
}

function proofOf(
  file: string,
  { additions }: LedgerHistory,
  dirty: ReadonlySet<string>,
  timeZone: string,
): Proof {
  const addition = additions.get(file);
  if (!addition) return { why: 'Запись есть, но в git её ещё нет. Внесите её коммитом в основную ветку.' };
  const { at, by, altered, commit } = addition;
  if (dirty.has(file) || altered)
    return {
      why: `Запись правили после того, как внесли, а записи только добавляют. Верните её: git checkout ${commit.slice(0, 12)} -- ${file} (из папки с содержанием) и внесите коммитом.`,
    };
  if (bots.test(by.name) || bots.test(by.email))
    return {
      why: `Запись внесла программа (${by.name}), а проверяет человек. Внесите её от своего имени.`,
    };
  return { at: at.toZonedDateTimeISO(timeZone), by };
}

async function uncommitted(contentFolder: string): Promise<Set<string>> {
  const output = await git(contentFolder, [
    'diff',
    '--name-only',
    '--relative',
    '-z',
    'HEAD',
    '--',
    'refresh',
  ]);
  return new Set(output.split('\0').filter((path) => path !== ''));
}
