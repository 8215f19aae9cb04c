import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import { openDictionary } from '@ponyatno/russian/node';
import { Command, Option } from 'commander';
import { type Audience, ContentError, readContent } from '#knowledge';
import { type Answer, buildIndex, type Hit, type Mark, maxHits, type SearchIndex, search } from '#search';
import { UsageError } from '../errors.ts';
import { contentFolder, pageCache } from '../place.ts';
import type { CommandBuilder } from './index.ts';
import { gaps } from './search-gaps.ts';

interface Options {
  content?: string;
  limit: number;
  audience: Audience;
  json?: true;
  jsonl?: true;
}

/** `ponyatno search`: the pages that answer a question. */
export const searchCommand: CommandBuilder = () =>
  new Command('search')
    .description('найти страницы базы знаний по вопросу')
    .argument('[запрос...]', 'вопрос своими словами; можно в другой раскладке и с опечатками')
    .option('--limit <число>', 'сколько страниц показать', limitOf, 10)
    .addOption(
      new Option('--audience <кто>', 'кто ищет: сотрудник или любой человек')
        .choices(['staff', 'public'])
        .default('staff'),
    )
    .option('--json', 'ответ для программ')
    .addOption(
      new Option('--jsonl', 'читать со стандартного ввода строки {"id","q"} и отвечать по одной').conflicts(
        'json',
      ),
    )
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .addCommand(gaps())
    .action(async (words: string[], options: Options) => {
      const query = words.join(' ');
      if (options.jsonl) {
        if (words.length > 0)
          throw new UsageError(
            'С параметром --jsonl запросы читаются со стандартного ввода, а не из команды.',
          );
        return answerRows(await openIndex(options), options);
      }
      if (words.length === 0) {
        throw new UsageError(
          'Напишите, что искать: ponyatno search «сколько ждать ответа». Справка: ponyatno search --help.',
        );
      }
      const answer = search(await openIndex(options), query, options);
      console.log(options.json ? JSON.stringify(answer, undefined, 2) : forPeople(answer));
    });

async function openIndex({ content: folder, audience }: Options): Promise<SearchIndex> {
  try {
    const { content } = await readContent(contentFolder(folder), { cache: pageCache() });
    return buildIndex(content, openDictionary(), { audience });
  } catch (error) {
    if (error instanceof ContentError) throw new UsageError(error.message);
    throw error;
  }
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= maxHits) return limit;
  throw new UsageError(`Параметру --limit нужно целое число от 1 до ${maxHits}, а не «${text}».`);
}

async function answerRows(index: SearchIndex, options: Options): Promise<void> {
  let line = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    const { id, q } = rowOf(text, line);
    const hits = search(index, q, options).hits.map(({ page, title, url, excerpt, score }) => ({
      page,
      title,
      url,
      excerpt,
      score,
    }));
    console.log(JSON.stringify({ id, hits }));
  }
}

function rowOf(text: string, line: number): { id: unknown; q: string } {
  const row = parseRow(text);
  if (typeof row === 'object' && row !== null && 'id' in row && 'q' in row && typeof row.q === 'string') {
    return { id: row.id, q: row.q };
  }
  throw new UsageError(`Строка ${line}: нужен объект JSON вида {"id":"1","q":"срок ответа"}.`);
}

function parseRow(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const kindNames: Readonly<Record<Hit['kind'], string>> = {
  function: 'функция',
  regulation: 'правовой акт',
  job: 'должностная инструкция',
  case: 'пример решения',
  faq: 'вопрос и ответ',
  template: 'шаблон',
  script: 'скрипт',
  contact: 'контакты',
  note: 'заметка',
};

function forPeople({ hits, shownFor }: Answer): string {
  const note = shownFor === undefined ? [] : [`Показаны результаты для «${shownFor}».`];
  if (hits.length === 0) {
    return [...note, 'Ничего не нашлось. Спросите другими словами или короче.'].join('\n');
  }
  const shown = hits.map(({ title, kind, url, heading, spoken, excerpt, marks }, place) =>
    [
      `${place + 1}. ${styleText('bold', emphasised(title, marks.title))} ${styleText('dim', `· ${kindNames[kind]}`)}`,
      `   ${styleText('dim', url)}`,
      ...(spoken === undefined ? [] : [indented(`Вслух: ${emphasised(spoken, marks.spoken)}`)]),
      ...(excerpt === spoken || excerpt === ''
        ? []
        : [indented(`${heading === undefined ? '' : `${heading}: `}${emphasised(excerpt, marks.excerpt)}`)]),
    ].join('\n'),
  );
  return [...note, ...shown].join('\n\n');
}

// Colours only where they can be seen: styleText looks at the terminal and at NO_COLOR.
function emphasised(text: string, marks: readonly Mark[]): string {
  return marks.reduceRight(
    (all, [start, end]) => all.slice(0, start) + styleText('yellow', all.slice(start, end)) + all.slice(end),
    text,
  );
}

function indented(text: string): string {
  return `   ${text}`;
}
