import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, fileName } from './file-name.ts';

describe('fileName', () => {
  it.each([
    ['Первичный ответ · 102-41', 'Первичный ответ 102-41.docx'],
    ['../../etc/passwd', 'etc passwd.docx'],
    ['Ответ № 5/7: «приём»?', 'Ответ № 5 7 «приём».docx'],
    [' . ', 'Письмо.docx'],
    ['а\u202eб\r\nв', 'а б в.docx'],
  ])('%j', (title, name) => {
    expect(fileName(title, 'docx')).toBe(name);
  });
});

describe('attachment', () => {
  it('carries a Cyrillic name by RFC 5987, and plain ASCII for old readers', () => {
    expect(attachment('Ответ № 5.docx')).toBe(
      `attachment; filename="_____ _ 5.docx"; filename*=UTF-8''${encodeURIComponent('Ответ № 5.docx')}`,
    );
  });

  it('is one header of ASCII that gives the name back, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const name = fileName(title, 'docx');
        const header = attachment(name);
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        expect(header.match(/"/g)).toHaveLength(2);
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name);
      }),
    );
  });
});
