import { expect, it } from 'vitest';
import { checkContent } from '../check/index.ts';
import { contentFolder, page } from '../testing/content-folder.ts';
import { readFolder } from './index.ts';

it('reads and checks 1 000 pages within 10 seconds', async () => {
  const body = Array.from({ length: 8 }, (_, index) =>
    `## Раздел ${index}\n\nТекст с **важным** словом и <Value path="email" />. `.concat(
      'Предложение. '.repeat(20),
    ),
  ).join('\n\n');
  const pages = Array.from({ length: 1000 }, (_, index) => [
    `faq/requests/q-${index}.mdx`,
    page(
      {
        id: `q-${index}`,
        title: `Вопрос ${index}`,
        function: 'requests',
        spoken: 'Ответ из одного предложения.',
      },
      body,
    ),
  ]);
  const folder = await contentFolder(Object.fromEntries(pages));
  const started = performance.now();
  const reading = await readFolder(folder);
  checkContent(reading);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(reading.content.pages).toHaveLength(1007);
});
