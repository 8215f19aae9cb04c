import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { contentFolder } from '../knowledge/testing/content-folder.ts';
import { callGraph } from './graph.ts';
import { breaches } from './journey.ts';
import { script } from './testing/scripts.ts';

describe('a walk along a call', () => {
  it('CL-7: ends in a circle of transfers where no limit is set, as in a profile that could not be read', async () => {
    const folder = await contentFolder(
      script('circle', [
        { id: 'hello', kind: 'greeting', next: 'over' },
        {
          id: 'over',
          kind: 'transfer',
          branches: [
            { when: 'ещё раз', to: 'over' },
            { when: 'хватит', to: 'end' },
          ],
        },
      ]),
    );
    const graph = callGraph((await readContent(folder)).content);
    const start = graph.start('circle');
    expect(start).toBeDefined();
    if (!start) return;
    const duty = { begin: {}, enter: () => ({}), brokenByEnd: () => true };
    const found = breaches(graph, start, duty, Number.POSITIVE_INFINITY);
    expect(found.map(({ path }) => path.map(({ step }) => step.id))).toEqual([['hello', 'over']]);
  });
});
