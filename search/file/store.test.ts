import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { search } from '../engine/search.ts';
import { buildIndexFrom } from '../index.ts';
import { page } from '../support/pages.ts';
import { IndexFileError } from './index-file.ts';
import { previousIndexFile, readIndexFile, writeIndexFile } from './store.ts';

const dictionary = openDictionary();
const indexOf = (title: string) =>
  buildIndexFrom({ pages: [page('one', title, '')], synonyms: [] }, dictionary);
const titleIn = (path: string) =>
  search(readIndexFile(path, dictionary), 'срок', { audience: 'staff' }).hits[0]?.title;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ponyatno-index-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the stored index', () => {
  it('is written whole, and the one before is kept', () => {
    const file = join(folder, 'new', 'search.index');
    expect(writeIndexFile(file, indexOf('Первый срок'))).toBe(readFileSync(file).length);
    writeIndexFile(file, indexOf('Второй срок'));
    writeIndexFile(file, indexOf('Третий срок'));
    expect(titleIn(file)).toBe('Третий срок');
    expect(titleIn(previousIndexFile(file))).toBe('Второй срок');
    expect(readdirSync(join(folder, 'new')).sort()).toEqual(['search.index', 'search.index.previous']);
  });

  it('stays as it was when the new one cannot be written', () => {
    const file = join(folder, 'search.index');
    writeIndexFile(file, indexOf('Первый срок'));
    const broken = indexOf('Второй срок');
    Object.defineProperty(broken, 'data', {
      get() {
        throw new Error('the disk is full');
      },
    });
    expect(() => writeIndexFile(file, broken)).toThrow('the disk is full');
    expect(titleIn(file)).toBe('Первый срок');
    expect(readdirSync(folder)).toEqual(['search.index']);
  });

  it('is refused when it is damaged', () => {
    const file = join(folder, 'search.index');
    writeFileSync(file, 'не индекс');
    expect(() => readIndexFile(file, dictionary)).toThrow(IndexFileError);
  });
});
