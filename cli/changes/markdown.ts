import type { ComparedBlock } from '#editor/node';
import { counted } from '#knowledge';
import type { ContentChanges, PageChange, TermChange } from './compare-content.ts';

export interface MarkdownContext {
  /** What it was compared with, as the person named it. */
  readonly base: string;
  /** Where the changed pages can be looked at, without a slash at the end; without it addresses are no links. */
  readonly address: string | undefined;
}

/** What readers will find different, as a text for a pull request: removed words struck out, new ones bold. */
export function formatMarkdown(changes: ContentChanges, context: MarkdownContext): string {
  const { pages, terms, profile, units } = changes;
  if (pages.length + terms.length === 0 && !profile && !units)
    return `Для читателей ничего не меняется по сравнению с ${code(context.base)}.`;
  const of = (kind: PageChange['kind']) => pages.filter((page) => page.kind === kind);
  return [
    '## Что изменится для читателей',
    `${[
      `Новых страниц: ${of('new').length}`,
      `изменено: ${of('changed').length}`,
      `убрано: ${of('removed').length}`,
    ].join(', ')}. Сравнение с ${code(context.base)}.`,
    ...(profile
      ? ['**Изменился профиль ведомства**: сведения из него стоят на многих страницах и в письмах.']
      : []),
    ...(units ? ['**Изменились подразделения**: кто ведёт страницы и кому переводят звонки.'] : []),
    ...part('Новые страницы', of('new'), (page) => newPage(page, context)),
    ...part('Изменённые страницы', of('changed'), (page) => changedPage(page, context)),
    ...part('Убранные страницы', of('removed'), ({ page }) => `- ${escaped(page.title)} (${code(page.url)})`),
    ...part('Термины', terms, termLine),
  ].join('\n\n');
}

function part<Item>(title: string, items: readonly Item[], line: (item: Item) => string): string[] {
  return items.length === 0 ? [] : [`### ${title}`, ...items.map(line)];
}

function newPage({ page }: PageChange, context: MarkdownContext): string {
  const words = page.kind === 'faq' ? page.data.spoken : (page.sections[0]?.text.split('\n')[0] ?? '');
  return [
    `**${escaped(page.title)}** (${linkTo(page.url, context)})`,
    ...(words === '' ? [] : [quoted(escaped(words))]),
  ].join('\n\n');
}

function changedPage(change: PageChange, context: MarkdownContext): string {
  if (change.kind !== 'changed') return '';
  const { page, differences, fields } = change;
  return [
    `**${escaped(page.title)}** (${linkTo(page.url, context)})`,
    ...differences.map(({ what, blocks }) => `${what}:\n\n${quoted(blocks.map(marked).join('\n\n'))}`),
    ...(fields.length > 0
      ? [
          `${counted(fields.length, ['Изменилось поле', 'Изменились поля', 'Изменились поля']).replace(/^\d+\s/, '')}: ${fields.map(code).join(', ')}.`,
        ]
      : []),
  ].join('\n\n');
}

const ofTerm: Readonly<Record<TermChange['kind'], string>> = {
  new: 'новый',
  changed: 'объяснён иначе',
  removed: 'убран',
};

function termLine({ kind, term, blocks }: TermChange): string {
  const words = kind === 'removed' ? '' : `: ${blocks.map(marked).join(' ')}`;
  return `- «${escaped(term)}», ${ofTerm[kind]}${words}`;
}

/** A paragraph with its changes marked; spaces stay outside of the marks, where Markdown wants them. */
export function marked({ kind, runs }: ComparedBlock): string {
  if (kind === 'added') return around('**', runs.map(({ text }) => text).join(''));
  if (kind === 'removed') return around('~~', runs.map(({ text }) => text).join(''));
  return runs
    .map((run) => {
      if (run.kind === 'same') return escaped(run.text);
      return around(run.kind === 'added' ? '**' : '~~', run.text);
    })
    .join('');
}

function around(mark: string, text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return words === '' ? text : `${before}${mark}${escaped(words)}${mark}${after}`;
}

function linkTo(url: string, { address }: MarkdownContext): string {
  return address === undefined ? code(url) : `<${address}${url}>`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** Text of people is no markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~@]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');
}
