import { describe, expect, it } from 'vitest';
import { lint } from '../support/linting.ts';
import { rules } from './index.ts';

describe.each(rules)('$id', ({ id, examples }) => {
  it.each(examples.bad.map((bad) => [bad.text, bad] as const))('finds it: %s', (text, bad) => {
    const [first] = lint(text, bad.options ?? {}).filter(({ rule }) => rule === id);
    expect(first, text).toBeDefined();
    if (bad.found !== undefined) expect(first?.actual).toBe(bad.found);
    if (bad.severity !== undefined) expect(first?.severity).toBe(bad.severity);
    if (bad.better === null) expect(first?.expected).toEqual([]);
    if (typeof bad.better === 'string') expect(first?.expected[0]).toBe(bad.better);
  });

  it.each(examples.good.map((good) => (typeof good === 'string' ? { text: good, options: {} } : good)))(
    'leaves it alone: $text',
    ({ text, options }) => {
      expect(lint(text, options).filter(({ rule, severity }) => rule === id && severity !== 'hint')).toEqual(
        [],
      );
    },
  );
});
