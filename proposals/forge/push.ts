import { git, RefreshError } from '#refresh';
import { type Delivery, ForgeError } from './forge.ts';
import { badToken, forgeNames, noRepository, noRight, saidBy, unreachable } from './http.ts';
import type { ForgeSettings } from './settings.ts';

const patienceMs = 60_000;

/** What the person's own git settings must not add to the push, and when a connection is given up. */
const plain = [
  'credential.helper=',
  'http.followRedirects=false',
  'http.lowSpeedLimit=100',
  'http.lowSpeedTime=15',
  'push.followTags=false',
  'push.gpgSign=false',
  'push.recurseSubmodules=no',
].flatMap((setting) => ['-c', setting]);

/**
 * Pushes the branch over HTTP. Why a push, and not a commit through each forge's API: the commit stays the very one that was made here
 * (author, parent, id), commits the forge does not have yet come along, doing it twice changes nothing, and it is one way for all three
 * forges, on the same host and port as their API.
 *
 * The token goes in an environment variable: arguments can be read by everybody on the computer.
 *
 * @throws ForgeError
 */
export async function push({ root, branch, commit }: Delivery, settings: ForgeSettings): Promise<void> {
  const { kind, web, repository, token } = settings;
  const user = kind === 'github' ? 'x-access-token' : 'oauth2';
  const path = repository.split('/').map(encodeURIComponent).join('/');
  const address = `${web}/${path}.git`;
  try {
    await git(
      root,
      [...plain, 'push', '--quiet', '--no-verify', address, `${commit}:refs/heads/${branch}`],
      {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${web}/.extraHeader`,
        GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`,
        // Nobody is there to be asked for a password.
        GIT_ASKPASS: '',
        SSH_ASKPASS: '',
      },
      { timeoutMs: patienceMs },
    );
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error;
    const fault = faultOf(error.message, settings);
    if (fault) throw fault;
  }
}

function faultOf(words: string, { kind, repository, token }: ForgeSettings): ForgeError | undefined {
  // Somebody has gone on with the branch there: it has arrived long since.
  if (/\[rejected\].*(?:non-fast-forward|fetch first)/.test(words)) return undefined;
  if (/Authentication failed|could not read Username|terminal prompts disabled|\b401\b/i.test(words))
    return badToken(kind);
  if (/\b403\b|denied|not allowed/i.test(words)) return noRight(kind, repository);
  if (/not found|\b404\b|unable to update url base from redirection|\b30[1278]\b/i.test(words))
    return noRepository(kind, repository);
  const refused = /\[remote rejected\].*|remote: .+/.exec(words)?.[0];
  if (refused) return new ForgeError(`${forgeNames[kind]} не принял ветку: ${saidBy(refused, token)}`);
  return unreachable(kind);
}
