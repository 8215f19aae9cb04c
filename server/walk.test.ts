import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { anonymous, atThisComputer, type Identity, type Role, readAudit } from '#identity';
import { readContent } from '#knowledge';
import { closings } from '../editor/collaboration/protocol.ts';
import { connect } from '../editor/collaboration/testing.ts';
import { baseFiles, page, writeFiles } from '../knowledge/testing/content-folder.ts';
import type { Doors } from './doors.ts';
import { createHouse, type House } from './house.ts';
import { unlimited } from './http/limits.ts';
import { pageRules } from './http/page-rules.ts';
import type { Pages } from './pages.ts';
import { attachCollaboration } from './upgrade.ts';

/** Reader, operator, writer, approver, unit editor (D), administrator (M); nobody we know (N). */
type Who = 'R' | 'O' | 'W' | 'A' | 'D' | 'M' | 'N';
const everybody = 'R O W A D M N';
const staff = 'R O W A D M';

/** Written down by hand, and not read from the table of permissions: who gets past the door of each route. */
const expectedApi: Readonly<Record<string, string>> = {
  'GET /api/rights': everybody,
  'GET /api/health': everybody,
  'GET /api/ready': everybody,
  'GET /api/me': everybody,
  'POST /api/sign-out': everybody,
  'GET /api/sign-in/oidc': everybody,
  'GET /api/sign-in/callback/oidc': everybody,
  'GET /api/search': staff,
  'GET /api/search/index': staff,
  'GET /api/search/index/:version': staff,
  'POST /api/gaps': staff,
  'GET /api/refresh': staff,
  'GET /api/refresh/report.csv': staff,
  'GET /api/pages': staff,
  'GET /api/pages/:id': staff,
  'GET /api/dictionary': staff,
  'GET /api/tagger': staff,
  'GET /api/spelling/program': staff,
  'GET /api/spelling/affixes': staff,
  'GET /api/spelling/words': staff,
  'GET /api/language': 'W A',
  'GET /api/drafts': 'W A',
  'POST /api/drafts': 'W',
  'GET /api/drafts/:id': 'W A',
  'PATCH /api/drafts/:id': 'W',
  'DELETE /api/drafts/:id': 'W',
  'GET /api/drafts/:id/versions': 'W A',
  'POST /api/drafts/:id/versions': 'W',
  'GET /api/drafts/:id/versions/:number': 'W A',
  'GET /api/drafts/:id/history': 'W A',
  'POST /api/drafts/:id/state': 'W A',
  'POST /api/drafts/:id/exits': 'W A',
  'GET /api/drafts/:id/letter.docx': 'W A',
  'GET /api/templates/:id/dates': 'W',
  'POST /api/calls': 'O',
  'POST /api/calls/missed': 'O D M',
  'POST /api/calls/training': 'D M',
  'GET /api/calls/report.csv': 'O D M',
  'GET /api/proposals': 'D M',
  'GET /api/proposals/page': 'D M',
  'POST /api/proposals/check': 'D M',
  'POST /api/proposals': 'D M',
  'POST /api/proposals/:id/send': 'D M',
};

/** The same for pages and files. */
const expectedPages: Readonly<Record<string, string>> = {
  '/_astro/*': everybody,
  '/favicon.svg': everybody,
  '/theme.js': everybody,
  '/sign-in': everybody,
  '/sign-in/link': everybody,
  '/account': staff,
  '/people': 'M',
  '/people/:id': 'M',
  '/': staff,
  '/functions': staff,
  '/functions/*': staff,
  '/faq/*': staff,
  '/templates': staff,
  '/templates/*': staff,
  '/scripts': staff,
  '/scripts/*': staff,
  '/contacts': staff,
  '/contacts/*': staff,
  '/acts': staff,
  '/coverage': staff,
  '/glossary': staff,
  '/rules': staff,
  '/rules/*': staff,
  '/refresh': staff,
  '/refresh/report': staff,
  '/call': 'O',
  '/call/data.json': 'O',
  '/call-worker.js': 'O',
  '/call/training': 'O D M',
  '/call/report': 'O D M',
  '/drafts': 'W A',
  '/drafts/new': 'W',
  '/drafts/:id': 'W A',
  '/drafts/:id/print': 'W A',
  '/propose': 'D M',
  '/audit': 'M',
};

const roleOf: Readonly<Record<Exclude<Who, 'N'>, Role>> = {
  R: 'reader',
  O: 'operator',
  W: 'writer',
  A: 'approver',
  D: 'unit-editor',
  M: 'administrator',
};
const walkers = ['R', 'O', 'W', 'A', 'D', 'M', 'N'] as const satisfies readonly Who[];

function identityOf(who: string | undefined): Identity {
  if (who === 'local') return atThisComputer;
  const role = roleOf[who as Exclude<Who, 'N'>];
  if (role === undefined) return anonymous;
  return {
    person: { id: `id-${who}`, name: `Имя ${who}`, roles: [role], units: ['letters'] },
    session: `s-${who}`,
  };
}

const revocations = new Set<(what: { session?: string; person?: string }) => void>();
const revoked = new Set<string>();
/** Whom the test names in a header, or in the address of a socket. */
const doors: Doors = {
  async resolveIdentity(request: IncomingMessage) {
    const asked = new URL(request.url ?? '/', 'http://x').searchParams.get('who');
    const identity = identityOf(asked ?? String(request.headers['x-who']));
    return revoked.has(identity.person?.id ?? '') ? anonymous : identity;
  },
  onRevoked(listener) {
    revocations.add(listener);
    return () => revocations.delete(listener);
  },
};

let served: string[] = [];
const pages: Pages = {
  check: async () => undefined,
  async answer(request, response, locals) {
    served.push(request.url ?? '');
    response.setHeader('X-Identity', (locals as App.Locals).identity?.person?.id ?? 'nobody');
    response.end('page');
  },
  sendNotFound: (response) => response.writeHead(404).end(),
  sendForbidden: (response) => response.writeHead(403).end(),
};

const folder = await mkdtemp(join(tmpdir(), 'ponyatno-walk-'));
let house: House;
let url = '';
let stop: () => void = () => undefined;

beforeAll(async () => {
  const contentFolder = join(folder, 'content');
  const template = page(
    {
      id: 'first',
      title: 'Первичный ответ',
      function: 'letters',
      letter: 'first-reply',
      when: 'На любое письмо.',
    },
    'Здравствуйте!',
  );
  await writeFiles(contentFolder, { ...baseFiles, 'templates/first.mdx': template });
  const { content } = await readContent(contentFolder);
  const accounts = { url: 'http://127.0.0.1:4321' };
  const configuration = {
    host: '127.0.0.1',
    port: 0,
    dataFolder: join(folder, 'data'),
    contentFolder,
    accounts,
  };
  house = createHouse(content, pages, configuration, () => undefined, doors, {
    limits: unlimited,
  });
  await house.searchReady;
  const server = createServer(house.application);
  attachCollaboration(server, house);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
}, 60_000);
afterAll(async () => {
  await house.close();
  stop();
  await rm(folder, { recursive: true, force: true });
});

/** An address of the route; of a page to change, one of the editor's own unit. */
const filled = (path: string) =>
  path === '/api/proposals/page'
    ? `${path}?file=functions/requests/index.mdx`
    : path.replaceAll(/:\w+/g, 'x1').replace('*', 'x/y1');

function ask(who: string, method: string, path: string, body?: object): Promise<Response> {
  const asksBody = method !== 'GET' && method !== 'HEAD' && method !== 'DELETE';
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { 'x-who': who, ...(asksBody ? { 'Content-Type': 'application/json' } : {}) },
    ...(asksBody ? { body: JSON.stringify(body ?? {}) } : {}),
  });
}

/** Whether the door was closed: not whether what is behind it liked the question. */
async function closedBy(answer: Response): Promise<number | undefined> {
  if (answer.status === 401) return 401;
  if (answer.status !== 403) return undefined;
  const { error } = (await answer.json()) as { error: string };
  return error === 'forbidden' ? 403 : undefined;
}

async function whoGets(past: (who: Who) => Promise<boolean>): Promise<string> {
  const allowed = await Promise.all(walkers.map(async (who) => ((await past(who)) ? [who] : [])));
  return allowed.flat().join(' ');
}

describe('the walk through every door', () => {
  it('expects every route and every page there is, and none that is not', () => {
    expect(house.routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      Object.keys(expectedApi).toSorted(),
    );
    expect(pageRules.map(({ path }) => path).toSorted()).toEqual(Object.keys(expectedPages).toSorted());
  });

  it.each(Object.entries(expectedApi))('%s is for %s', async (route, expected) => {
    const [method = '', path = ''] = route.split(' ');
    for (const tried of method === 'GET' ? ['GET', 'HEAD'] : [method]) {
      const found = await whoGets(async (who) => {
        const answer = await ask(who, tried, filled(path));
        const closed = tried === 'HEAD' ? [401, 403].includes(answer.status) : await closedBy(answer);
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
        return closed === undefined || closed === false;
      });
      expect(found).toBe(expected);
    }
  });

  it.each(Object.entries(expectedPages))('%s is for %s', async (rule, expected) => {
    for (const path of rule === '/' ? ['/'] : [filled(rule), `${filled(rule)}/`, `${filled(rule)}?a=1`])
      for (const method of ['GET', 'HEAD', 'POST']) {
        served = [];
        const found = await whoGets(async (who) => {
          const answer = await ask(who, method, path);
          if (answer.status === 200)
            expect(answer.headers.get('x-identity')).toBe(who === 'N' ? 'nobody' : `id-${who}`);
          else expect([303, 401, 403]).toContain(answer.status);
          if (who === 'N' && answer.status === 303)
            expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
          return answer.status === 200;
        });
        expect(found, `${method} ${path}`).toBe(expected);
        expect(served).toHaveLength(expected.split(' ').length);
      }
  });

  it('is open in all its length to the one person there is without accounts', async () => {
    for (const route of Object.keys(expectedApi)) {
      const [method = '', path = ''] = route.split(' ');
      expect(await closedBy(await ask('local', method, filled(path))), route).toBeUndefined();
    }
    for (const path of Object.keys(expectedPages))
      expect((await ask('local', 'GET', filled(path))).status).toBe(200);
  });

  it('asks the browser of whoever signs out to clear up, and of nobody else', async () => {
    const header = 'clear-site-data';
    expect((await ask('W', 'POST', '/api/sign-out')).headers.get(header)).toBe('"cache", "storage"');
    for (const path of ['/api/drafts', '/api/me', '/drafts', '/sign-in'])
      expect((await ask('W', 'GET', path)).headers.has(header), path).toBe(false);
  });

  it('answers nobody we know in the same words about what is there and what is not', async () => {
    const answers = await Promise.all(
      ['/api/drafts', '/api/none', '/api/drafts/x1', '/api'].map(async (path) => {
        const answer = await ask('N', 'GET', path);
        return `${answer.status} ${await answer.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
  });
});

describe('the socket', () => {
  const opening = (who: string) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/collaboration`, {
        headers: { 'x-who': who },
      });
      socket.on('open', () => {
        socket.close();
        resolve(101);
      });
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('error', () => undefined);
    });

  it('opens for those who write or approve letters alone', async () => {
    const statuses = await Promise.all(walkers.map(async (who) => `${who}${await opening(who)}`));
    expect(statuses.join(' ')).toBe('R403 O403 W101 A101 D403 M403 N401');
    expect(await opening('local')).toBe(101);
  });

  it('takes changes of a writer, none of an approver, and nothing of who was revoked a moment ago', async () => {
    const made = await ask('W', 'POST', '/api/drafts', {
      template: 'first',
      urgent: false,
      received: '2026-11-20T17:00',
      values: {},
    });
    const { id } = (await made.json()) as { id: string };
    const desk = (await (await ask('W', 'GET', `/api/drafts/${id}`)).json()) as { room: string };
    const enter = (who: string) => {
      const client = connect(`${url.replace('http', 'ws')}/collaboration?who=${who}`, desk.room);
      onTestFinished(() => client.destroy());
      return client;
    };
    const [writer, approver] = [enter('W'), enter('A')];
    await writer.saved();
    writer.type('Одно. ');
    await writer.saved();
    await expect.poll(() => approver.text()).toBe('Одно. ');
    approver.type('Другое.');
    await expect.poll(() => approver.closings).toContain(closings['read-only'].code);
    revoked.add('id-W');
    for (const tell of revocations) tell({ person: 'id-W' });
    writer.type('Третье.');
    await expect.poll(() => writer.closings, { timeout: 5_000 }).toContain(closings.revoked.code);
    const reading = enter('local');
    await reading.saved();
    expect(reading.text()).toBe('Одно. ');
    revoked.clear();
  });
});

describe('the audit log of the walk', () => {
  it('names who was refused what, and holds no word of an address or a letter', async () => {
    const { records } = await readAudit(join(folder, 'data/audit'), { kind: 'refused', limit: 1_000 });
    const told = new Set(records.map(({ person, detail }) => `${person?.id} ${detail}`));
    expect(told).toContain('id-R letter.read /drafts/:id');
    expect(told).toContain('id-M letter.read /collaboration');
    expect(told).toContain('id-O proposal.send POST /api/proposals');
    expect(records.every(({ address }) => address === '127.0.0.1')).toBe(true);
    expect(JSON.stringify(records)).not.toMatch(/x1|a=1|Одно|who=/);
    expect(records.some(({ person }) => person === undefined || person.id === 'local')).toBe(false);
  });
});
