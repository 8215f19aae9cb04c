import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { assert, boolean, integer, property } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { search } from '../engine/search.ts';
import { buildIndexFrom } from '../index.ts';
import { page } from '../support/pages.ts';
import { IndexFileError } from './index-file.ts';
import { openNewest, previousIndexFile, readIndexFile, rollBackIndexFile, writeIndexFile } from './store.ts';

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

  it('stays as it was when the disk is full', (context) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]).status !== 0) {
      context.skip('a small disk can be mounted by root only');
      return;
    }
    try {
      const file = join(disk, 'search.index');
      writeIndexFile(file, indexOf('Первый срок'));
      const large = indexOf(Array.from({ length: 20_000 }, (_, word) => `слово${word}`).join(' '));
      expect(() => writeIndexFile(file, large)).toThrow(/ENOSPC/);
      expect(titleIn(file)).toBe('Первый срок');
      expect(readdirSync(disk)).toEqual(['search.index']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('is left for the previous one when it is damaged anywhere, and the log says so', () => {
    const file = join(folder, 'search.index');
    writeIndexFile(file, indexOf('Первый срок'));
    writeIndexFile(file, indexOf('Второй срок'));
    const whole = readFileSync(file);
    assert(
      property(integer({ min: 0, max: whole.length - 1 }), boolean(), (place, cutOff) => {
        const damaged = cutOff ? whole.subarray(0, place) : Buffer.from(whole);
        if (!cutOff) damaged[place] = (damaged[place] ?? 0) ^ 255;
        writeFileSync(file, damaged);
        const { index, troubles } = openNewest(file, dictionary);
        expect(index && search(index, 'срок', { audience: 'staff' }).hits[0]?.title).toBe('Первый срок');
        expect(troubles.join(' ')).toMatch(
          /(повреждён|не файл поискового индекса|другой версией).*предыдущему/s,
        );
      }),
      { numRuns: 50 },
    );
    // A damaged index is not kept as the previous one.
    writeIndexFile(file, indexOf('Третий срок'));
    expect(titleIn(previousIndexFile(file))).toBe('Первый срок');
  });

  it('leaves the choice to build anew when none is whole', () => {
    const file = join(folder, 'search.index');
    expect(openNewest(file, dictionary)).toEqual({ index: undefined, bytes: undefined, troubles: [] });
    writeFileSync(file, 'не индекс');
    expect(openNewest(file, dictionary).index).toBeUndefined();
    expect(openNewest(file, dictionary).troubles).toHaveLength(1);
  });

  it('goes back to the previous one and forward again', () => {
    const file = join(folder, 'search.index');
    expect(() => rollBackIndexFile(file, dictionary)).toThrow(/возвращаться не к чему/);
    writeIndexFile(file, indexOf('Первый срок'));
    writeIndexFile(file, indexOf('Второй срок'));
    rollBackIndexFile(file, dictionary);
    expect([titleIn(file), titleIn(previousIndexFile(file))]).toEqual(['Первый срок', 'Второй срок']);
    rollBackIndexFile(file, dictionary);
    expect(titleIn(file)).toBe('Второй срок');
    writeFileSync(previousIndexFile(file), 'не индекс');
    expect(() => rollBackIndexFile(file, dictionary)).toThrow(IndexFileError);
    expect(titleIn(file)).toBe('Второй срок');
    expect(readdirSync(folder).sort()).toEqual(['search.index', 'search.index.previous']);
  });

  it('is refused when it is damaged', () => {
    const file = join(folder, 'search.index');
    writeFileSync(file, 'не индекс');
    expect(() => readIndexFile(file, dictionary)).toThrow(IndexFileError);
  });
});
