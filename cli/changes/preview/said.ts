import type { ElementContent } from 'hast';
import type { ComparedBlock } from '#editor/node';
import type { PageChange } from '../compare-content.ts';
import { element } from './html.ts';

/** What was said before and what is said now: struck out and underlined. */
export function differencesOf(change: PageChange): ElementContent[] {
  if (change.kind !== 'changed') return [];
  const fields = change.fields.flatMap((field, index) => [index === 0 ? '' : ', ', element('code', [field])]);
  return [
    ...change.differences.flatMap(({ what, blocks }) => [
      element('p', [element('strong', [what])]),
      ...blocks.map((block) => element('p', wordsOf(block))),
    ]),
    ...(fields.length > 0 ? [element('p', ['Изменились поля: ', ...fields])] : []),
  ];
}

function wordsOf({ kind, runs }: ComparedBlock): (ElementContent | string)[] {
  return runs.map((run) => {
    const what = kind === 'added' || kind === 'removed' ? kind : run.kind;
    if (what === 'added') return element('ins', [run.text]);
    return what === 'removed' ? element('del', [run.text]) : run.text;
  });
}
