import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { drawScript } from './script-graph.ts';

const { content } = await readContent('content');
const titleOf = (id: string) => content.page(id);

describe('the drawing of a script', () => {
  it.each(content.pagesOf('script').map((script) => [script.id, script] as const))(
    '%s has every step and way',
    (_, { data }) => {
      const { boxes, arrows, width, height } = drawScript(data.steps, titleOf);
      for (const { id } of data.steps) expect(boxes.map((box) => box.id)).toContain(id);
      expect(arrows).toHaveLength(data.steps.reduce((sum, step) => sum + (step.branches?.length ?? 1), 0));
      for (const box of boxes) {
        expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width / 2).toBeLessThanOrEqual(width);
        expect(box.y + box.height / 2).toBeLessThanOrEqual(height);
        const others = boxes.filter((other) => other !== box);
        expect(
          others.some(
            (other) =>
              Math.abs(other.x - box.x) < (other.width + box.width) / 2 &&
              Math.abs(other.y - box.y) < (other.height + box.height) / 2,
          ),
        ).toBe(false);
      }
    },
  );

  it('is the same every time', () => {
    const [script] = content.pagesOf('script');
    const steps = script?.data.steps ?? [];
    expect(drawScript(steps, titleOf)).toEqual(drawScript(steps, titleOf));
  });
});
