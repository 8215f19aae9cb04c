import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { changedSince, namesIn, recordWriting, writersOf } from './people.ts';
import { openMentions, Threads } from './threads.ts';

const anchor = { start: { type: null }, end: { type: null }, before: false };
const said = (author: string, text = 'Уточните срок', mentions: string[] = []) => ({
  author,
  text,
  mentions,
});

/** Sends everything both ways. */
function merge(...documents: Y.Doc[]): void {
  for (const from of documents)
    for (const to of documents)
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

describe('Threads', () => {
  it('keeps a thread with its quote, answers and the decision that it is settled', () => {
    const threads = new Threads(new Y.Doc());
    const id = threads.begin('в срок', anchor, said('Анна'));
    threads.reply(id, said('Борис', 'До пятницы'));
    threads.resolve(id, 'Анна');
    const [thread] = threads.list();
    expect(thread).toMatchObject({ id, quote: 'в срок', anchor, resolved: { by: 'Анна' } });
    expect(thread?.comments.map(({ author, text }) => `${author}: ${text}`)).toEqual([
      'Анна: Уточните срок',
      'Борис: До пятницы',
    ]);
    threads.reopen(id);
    expect(threads.list()[0]?.resolved).toBeUndefined();
  });

  it('opens a settled thread again with an answer', () => {
    const threads = new Threads(new Y.Doc());
    const id = threads.begin('в срок', anchor, said('Анна'));
    threads.resolve(id, 'Анна');
    threads.reply(id, said('Борис'));
    expect(threads.list()[0]?.resolved).toBeUndefined();
  });

  it('deletes only the own comment, and the thread with its last one', () => {
    const threads = new Threads(new Y.Doc());
    const id = threads.begin('в срок', anchor, said('Анна'));
    const comment = threads.list()[0]?.comments[0]?.id ?? '';
    expect(threads.remove(id, comment, 'Борис')).toBe(false);
    expect(threads.list()).toHaveLength(1);
    expect(threads.remove(id, comment, 'Анна')).toBe(true);
    expect(threads.list()).toEqual([]);
  });

  it('keeps the answer that came while the thread was being deleted', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    const [ours, theirs] = [new Threads(one), new Threads(other)];
    const id = ours.begin('в срок', anchor, said('Анна'));
    merge(one, other);
    ours.remove(id, ours.list()[0]?.comments[0]?.id ?? '', 'Анна');
    theirs.reply(id, said('Борис', 'До пятницы'));
    merge(one, other);
    expect(ours.list()).toEqual(theirs.list());
    expect(ours.list()[0]).toMatchObject({ quote: 'в срок', comments: [{ author: 'Борис' }] });
  });

  it('leaves out what no thread is', () => {
    const document = new Y.Doc();
    document.getMap('comments').set('a', 'text');
    document.getMap('comments').set('b', new Y.Map());
    expect(new Threads(document).list()).toEqual([]);
  });

  it('gives the same list on every peer, whatever was done apart and in whatever order it arrives', () => {
    const act = fc.record({
      peer: fc.nat(2),
      kind: fc.constantFrom('begin', 'reply', 'resolve', 'reopen', 'remove', 'merge'),
      which: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const peers = [0, 1, 2].map(() => new Y.Doc());
        const names = ['Анна', 'Борис', 'Вера'];
        let replies = 0;
        let removed = 0;
        for (const { peer, kind, which } of acts) {
          const document = peers[peer] as Y.Doc;
          const author = names[peer] as string;
          const threads = new Threads(document);
          const list = threads.list();
          const thread = list[which % Math.max(1, list.length)];
          if (kind === 'merge') merge(document, peers[(peer + 1) % 3] as Y.Doc);
          else if (kind === 'begin') {
            threads.begin('слова', anchor, said(author));
            replies += 1;
          } else if (thread === undefined) continue;
          else if (kind === 'reply') {
            threads.reply(thread.id, said(author));
            replies += 1;
          } else if (kind === 'resolve') threads.resolve(thread.id, author);
          else if (kind === 'reopen') threads.reopen(thread.id);
          else {
            const own = thread.comments.find((one) => one.author === author);
            if (own && threads.remove(thread.id, own.id, author)) removed += 1;
          }
        }
        merge(...peers);
        merge(...peers);
        const [first, ...others] = peers.map((document) => new Threads(document).list());
        for (const other of others) expect(other).toEqual(first);
        // Nothing is lost but what its own author has deleted.
        expect(first?.flatMap(({ comments }) => comments)).toHaveLength(replies - removed);
      }),
      { numRuns: 60 },
    );
  });
});

describe('openMentions', () => {
  it('calls a person until he or she answers, or the matter is settled', () => {
    const threads = new Threads(new Y.Doc());
    const id = threads.begin('в срок', anchor, said('Анна', '@Борис?', ['Борис']));
    expect(openMentions(threads.list()).map(({ name }) => name)).toEqual(['Борис']);
    threads.reply(id, said('Борис', 'Да, @Анна', ['Анна']));
    expect(openMentions(threads.list()).map(({ name }) => name)).toEqual(['Анна']);
    threads.resolve(id, 'Борис');
    expect(openMentions(threads.list())).toEqual([]);
  });
});

describe('people', () => {
  it('knows who wrote, from the text and from the comments', () => {
    const document = new Y.Doc();
    recordWriting(document, 'Борис');
    new Threads(document).begin('слова', anchor, said('Анна'));
    expect(namesIn(document)).toEqual(['Анна', 'Борис']);
  });

  it('renews the entry once a minute and with a new name', () => {
    const document = new Y.Doc();
    let updates = 0;
    document.on('update', () => {
      updates += 1;
    });
    recordWriting(document, 'Борис', new Date('2026-11-25T10:00:01Z'));
    recordWriting(document, 'Борис', new Date('2026-11-25T10:00:59Z'));
    expect(updates).toBe(1);
    recordWriting(document, 'Борис', new Date('2026-11-25T10:01:00Z'));
    recordWriting(document, 'Вера', new Date('2026-11-25T10:01:00Z'));
    expect(updates).toBe(3);
    expect(writersOf(document).get(document.clientID)).toEqual({ name: 'Вера', at: '2026-11-25T10:01Z' });
  });

  it('tells who has changed something since a state, deletions too', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    one.getText('t').insert(0, 'текст');
    recordWriting(one, 'Анна', new Date('2026-11-25T10:00:00Z'));
    merge(one, other);
    const before = Y.encodeStateVector(one);
    expect(changedSince(one, before)).toEqual([]);
    other.getText('t').delete(0, 2);
    recordWriting(other, 'Борис', new Date('2026-11-25T10:05:00Z'));
    merge(one, other);
    expect(changedSince(one, before)).toEqual([{ name: 'Борис', at: '2026-11-25T10:05Z' }]);
  });
});
