import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { startView } from './start.ts';

async function startOf(folder: string) {
  const { content } = await readContent(folder);
  const [template] = content.pagesOf('template').filter(({ data }) => data.letter === 'final-reply');
  if (!template) throw new Error('no template');
  return startView(template, undefined, content);
}

describe('WR-3: whether a message is urgent', () => {
  it('is asked where the order sets a term for it', async () => {
    expect(await startOf('examples/ulyanovsk/content')).toMatchObject({
      asksUrgency: true,
      urgent: undefined,
    });
  });

  it('is not asked where the order knows no urgent messages: no is taken for granted', async () => {
    expect(await startOf('examples/labour-novosibirsk/content')).toMatchObject({
      asksUrgency: false,
      urgent: false,
    });
  });
});
