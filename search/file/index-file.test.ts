import { gzipSync, crc32 as zlibCrc32 } from 'node:zlib';
import { openDictionary } from '@ponyatno/russian/node';
import { assert, integer, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from '../engine/search.ts';
import { buildIndexFrom } from '../index.ts';
import { page } from '../support/pages.ts';
import { crc32 } from './checksum.ts';
import { narrow } from './columns.ts';
import { IndexFileError } from './index-file.ts';
import { encodeIndex, openIndex } from './open.ts';

const dictionary = openDictionary();
const index = buildIndexFrom(
  {
    pages: [
      page('deadline', 'Сколько ждать ответа?', 'Ответ придёт через 30 дней со дня регистрации письма.'),
      page('visit', 'Как записаться на приём', 'Позвоните по телефону 8 (383) 228-67-88.', {
        audience: 'public',
      }),
    ],
    synonyms: [['ЕПГУ', 'Госуслуги']],
  },
  dictionary,
);
const file = encodeIndex(index);

describe('the index file', () => {
  it('reads back as it was', () => {
    const again = openIndex(file, dictionary);
    expect(again.segments[0]?.data).toEqual(index.segments[0]?.data);
    expect(again.header).toMatchObject(index.header);
    expect(search(again, 'ответа', { audience: 'staff' })).toEqual(
      search(index, 'ответа', { audience: 'staff' }),
    );
  });

  it('may lie anywhere in a buffer', () => {
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(openIndex(shifted.subarray(3), dictionary).pages).toBe(2);
  });

  it('is refused when any byte is changed', () => {
    assert(
      property(integer({ min: 0, max: file.length - 1 }), integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = file.slice();
        damaged[place] = (damaged[place] ?? 0) ^ change;
        expect(() => openIndex(damaged, dictionary)).toThrow(IndexFileError);
      }),
    );
  });

  it('is refused when it is cut off or has something after its end', () => {
    assert(
      property(integer({ min: 0, max: file.length - 1 }), (length) => {
        expect(() => openIndex(file.subarray(0, length), dictionary)).toThrow(IndexFileError);
      }),
    );
    expect(() => openIndex(new Uint8Array([...file, 0]), dictionary)).toThrow(/повреждён или обрезан/);
  });

  it('is refused when it is something else, with the way out', () => {
    for (const other of [new Uint8Array(), gzipSync('индекс'), new TextEncoder().encode('PONYATNO')]) {
      expect(() => openIndex(other, dictionary)).toThrow(/ponyatno index/);
    }
  });

  it('has the checksum of gzip', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        expect(crc32(bytes)).toBe(zlibCrc32(bytes));
      }),
    );
  });

  it('keeps numbers in the narrowest array', () => {
    expect(narrow([0, 255])).toBeInstanceOf(Uint8Array);
    expect(narrow([0, 256])).toBeInstanceOf(Uint16Array);
    expect(narrow([0, 65_536])).toBeInstanceOf(Uint32Array);
  });
});
