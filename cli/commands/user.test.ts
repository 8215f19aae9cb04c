import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasAccounts } from '#identity';
import { main } from '../main.ts';

describe('ponyatno user', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ponyatno-user-'));
    vi.stubEnv('PONYATNO_DATA', folder);
    vi.stubEnv('PONYATNO_URL', 'https://ponyatno.example.ru');
    vi.spyOn(console, 'log').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });
  const said = () => vi.mocked(console.log).mock.calls.join('\n');
  const add = (name: string, email: string, ...roles: string[]) =>
    main(['user', 'add', name, '--email', email, '--role', ...roles]);

  it('adds the first administrator with a link to set the password, and nobody before', async () => {
    expect(await add('Пётр Орлов', 'orlov@example.ru', 'writer')).toBe(1);
    expect(hasAccounts(folder)).toBe(false);
    expect(await add('Анна Белова', 'anna@example.ru', 'administrator')).toBe(0);
    expect(said()).toMatch(/https:\/\/ponyatno\.example\.ru\/sign-in\/link\?key=[\w-]{43}/);
    expect(hasAccounts(folder)).toBe(true);
  });

  it('lists, gives roles, blocks and opens again', async () => {
    await add('Анна Белова', 'anna@example.ru', 'administrator');
    await add('Пётр Орлов', 'orlov@example.ru', 'writer');
    expect(await main(['user', 'role', 'orlov@example.ru', 'writer', 'approver'])).toBe(0);
    expect(await main(['user', 'block', 'orlov@example.ru'])).toBe(0);
    vi.mocked(console.log).mockClear();
    expect(await main(['user', 'list'])).toBe(0);
    expect(said()).toContain('Пётр Орлов  orlov@example.ru  writer approver  закрыта');
    expect(await main(['user', 'link', 'orlov@example.ru'])).toBe(1);
    expect(await main(['user', 'unblock', 'orlov@example.ru'])).toBe(0);
    expect(await main(['user', 'sessions', 'orlov@example.ru'])).toBe(0);
    expect(await main(['user', 'revoke', 'orlov@example.ru'])).toBe(0);
    expect(await main(['user', 'block', 'anna@example.ru'])).toBe(1);
  });

  it.each([
    [['user', 'block', 'nobody@example.ru'], 'nobody@example.ru нет'],
    [['user', 'add', 'Анна', '--email', 'не адрес', '--role', 'administrator'], 'не адрес'],
    [['user', 'add', 'Анна', '--email', 'a@example.ru', '--role', 'king'], 'Бывают: reader'],
    [
      ['user', 'add', 'Анна', '--email', 'a@example.ru', '--role', 'administrator', '--password', 'x'],
      '--password нет',
    ],
  ])('says what is wrong and ends with 2: %j', async (args, sentence) => {
    expect(await main(args)).toBe(2);
    expect(vi.mocked(console.error).mock.calls.join()).toContain(sentence);
  });
});
