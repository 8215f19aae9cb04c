import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { moreOf, sectionsOf } from './sections.ts';

const read = async (folder: string) => (await readContent(folder)).content;
const ids = async (folder: string) => sectionsOf(await read(folder)).map(({ id }) => id);

describe('the sections of the header', () => {
  it('are all there for an order with a line and a monthly check', async () => {
    expect(await ids('examples/dagestan/content')).toEqual([
      'call',
      'functions',
      'templates',
      'scripts',
      'drafts',
      'refresh',
    ]);
  });

  it('RF-1: leave the monthly check out where the order asks for none', async () => {
    expect(await ids('examples/ulyanovsk/content')).toEqual([
      'call',
      'functions',
      'templates',
      'scripts',
      'drafts',
    ]);
  });

  it('CL-16: keep calls where only clients are called', async () => {
    const content = await read('examples/labour-novosibirsk/content');
    const titles = (agency: typeof content.agency) => sectionsOf({ agency }).map(({ title }) => title);
    expect(titles(content.agency)).toContain('Звонок');
    const { outboundCalls: _calls, ...without } = content.agency;
    expect(titles(without)).not.toContain('Звонок');
  });

  it('CL-11: list other bodies only where there are any', async () => {
    const { agency } = await read('examples/ulyanovsk/content');
    const urls = (contacts: readonly object[]) =>
      moreOf({ agency, pagesOf: () => contacts }).map(({ url }) => url);
    expect(urls([{}])).toContain('/contacts');
    expect(urls([])).not.toContain('/contacts');
  });

  it.each([
    ['content', true],
    ['examples/dagestan/content', true],
    ['examples/labour-novosibirsk/content', false],
    ['examples/property-novosibirsk/content', false],
    ['examples/ulyanovsk/content', false],
  ])('KB-4: list the completeness of the base where the order asks for one: %s', async (folder, asked) => {
    const urls = moreOf(await read(folder)).map(({ url }) => url);
    expect(urls.includes('/coverage')).toBe(asked);
    expect(urls).toContain('/glossary');
  });
});
