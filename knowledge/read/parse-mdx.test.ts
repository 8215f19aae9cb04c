import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMdx } from './parse-mdx.ts';

describe('parsing a body', () => {
  it('ends on any text, with every fault inside it', () => {
    const piece = fc.constantFrom(
      'слово ',
      '\n\n',
      '{',
      '}',
      '<',
      '>',
      '</',
      '<Note>',
      '</Note>',
      '<Value path="a" />',
      '`',
      '# ',
      '- ',
      'import x\n',
      '((имя))',
      '[a](b)',
      '"',
      '<!--',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const body = pieces.join('');
        const { tree, errors } = parseMdx(body);
        expect(tree !== undefined || errors.length > 0).toBe(true);
        for (const { offset } of errors) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(body.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes a text that the parser stumbles over for a fault of the page', () => {
    const { tree, errors } = parseMdx('<Note>import x\n- ');
    expect(tree).toBeUndefined();
    expect(errors).toEqual([{ offset: 0, message: expect.stringContaining('не разобрана') }]);
  });

  it('keeps the offsets of what follows a fault', () => {
    const body = 'Да, {не это}, а **это**';
    const { tree } = parseMdx(body);
    const paragraph = tree?.children[0];
    const strong =
      paragraph?.type === 'paragraph' ? paragraph.children.find(({ type }) => type === 'strong') : undefined;
    expect(body.slice(strong?.position?.start.offset, strong?.position?.end.offset)).toBe('**это**');
  });
});
