import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markUnsent } from '../../editor/browser/unsent.ts';
import { keepEdit } from '../islands/propose/kept.ts';
import { forgetStaff, leftBehind, leftBehindText, type Places } from './left-behind.ts';

/** A storage of a browser. */
function storage(entries: Readonly<Record<string, string>> = {}): Storage {
  const map = new Map(Object.entries(entries));
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  };
}

function browser(kept: Storage, databases: string[] = []) {
  const stores = new Set(['call-1', 'ponyatno-search']);
  const ended: string[] = [];
  const places: Places = {
    kept,
    ofTab: storage({ person: 'Анна', 'ponyatno.rights': '[]' }),
    caches: { keys: async () => [...stores], delete: async (name) => stores.delete(name) },
    databases: async () => [...databases],
    forgetDatabase: async (name) => void databases.splice(databases.indexOf(name), 1),
    endWorkers: async () => void ended.push('call'),
  };
  return { places, stores, databases, ended };
}

const edit = {
  id: 'edit-1',
  file: 'faq/requests/wait.mdx',
  version: '1',
  before: 'а',
  text: 'б',
  at: '2026-11-26',
  account: 'anna',
};

describe('what is left behind in a browser', () => {
  it('is counted where the desk, the form of a page and the call screen keep it', () => {
    const kept = storage({ theme: 'dark', 'ponyatno-call-outbox': '[{},{}]' });
    markUnsent('draft.one.1@a', true, () => kept);
    markUnsent('draft.two.1@a', true, () => kept);
    markUnsent('draft.two.1@a', false, () => kept);
    keepEdit(edit, kept);
    expect(leftBehind({ kept })).toEqual({ letters: 1, edits: 1, calls: 2 });
    expect(leftBehindText(leftBehind({ kept })).replaceAll('\u00a0', ' ')).toBe(
      '1 письмо, 1 правка страницы, 2 записи о звонках',
    );
    expect(leftBehindText({ letters: 0, edits: 0, calls: 0 })).toBe('');
    expect(leftBehind({ kept: storage({ 'ponyatno-call-outbox': '{' }) }).calls).toBe(0);
  });

  it('goes at sign-out with everything else, all but how the pages look', async () => {
    const kept = storage({ theme: 'dark', 'ponyatno.name': 'Анна', 'ponyatno-call-outbox': '[{}]' });
    markUnsent('draft.one.1@a', true, () => kept);
    keepEdit(edit, kept);
    const { places, stores, databases, ended } = browser(kept, ['draft.one.1@a', 'draft.two.1@a', 'another']);
    await forgetStaff(places, 'too');
    expect(kept.length).toBe(1);
    expect(kept.getItem('theme')).toBe('dark');
    expect([places.ofTab.length, stores.size, databases, ended]).toEqual([0, 0, ['another'], ['call']]);
  });

  it('waits for whoever has written it when a session has ended: all that is sent goes, for any letters', async () => {
    const copies = fc.uniqueArray(fc.stringMatching(/^draft\.[a-z0-9]{1,8}\.[1-9](?:@[a-z]{1,5})?$/), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(copies, fc.infiniteStream(fc.boolean()), async (names, unsent) => {
        const kept = storage({ 'ponyatno.recent': '["вопрос"]' });
        const waiting = names.filter(() => unsent.next().value);
        for (const name of waiting) markUnsent(name, true, () => kept);
        keepEdit(edit, kept);
        const { places, stores, databases } = browser(kept, [...names]);
        await forgetStaff(places, 'waits');
        expect(databases.toSorted()).toEqual(waiting.toSorted());
        expect(leftBehind({ kept })).toEqual({ letters: waiting.length, edits: 1, calls: 0 });
        expect([kept.getItem('ponyatno.recent'), stores.size]).toEqual([null, 0]);
      }),
    );
  });
});
