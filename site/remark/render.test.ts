import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '#knowledge';
import { remarkAbbreviations } from './abbreviations.ts';
import { remarkHeadingAnchors } from './headings.ts';
import { remarkBindSpaces } from './spaces.ts';
import { rehypeTables } from './tables.ts';
import { remarkVariables } from './variables.ts';

const renderer = await createMarkdownProcessor({
  syntaxHighlight: false,
  smartypants: false,
  remarkPlugins: [remarkHeadingAnchors, remarkVariables, remarkBindSpaces],
  rehypePlugins: [rehypeTables],
});
const html = async (markdown: string) => (await renderer.render(markdown)).code;

describe('variables on a page', () => {
  it('tints a variable and keeps its brackets, so that it is found in the text as it is written', async () => {
    expect(await html('Здравствуйте, ((имя отчество))!')).toBe(
      '<p>Здравствуйте, <span class="variable"><span class="mark">((</span>имя отчество<span class="mark">))</span></span>!</p>',
    );
  });

  it('shows under which flag a piece of text stands, with the variables in it', async () => {
    expect(await html('Да.((второй канал?? Копия: ((канал)).))')).toBe(
      '<p>Да. <span class="flag"><span class="mark">если второй канал: </span>Копия: <span class="variable"><span class="mark">((</span>канал<span class="mark">))</span></span>.</span></p>',
    );
  });

  it('keeps emphasis and links that stand under a flag', async () => {
    expect(await html('((срочно??Ответим **быстро** и [точно](/faq)))')).toContain(
      'Ответим <strong>быстро</strong> и\u00a0<a href="/faq">точно</a></span>',
    );
  });

  it('leaves ordinary brackets and unclosed ones as text', async () => {
    expect(await html('Позвоните (в срок) и ((имя')).toBe('<p>Позвоните (в\u00a0срок) и\u00a0((имя</p>');
  });
});

describe('headings and tables', () => {
  it('makes the anchor before spaces are bound, so that links of the search lead to it', async () => {
    expect(await html('## Ответ в срок')).toBe('<h2 id="ответ-в-срок">Ответ в\u00a0срок</h2>');
  });

  it('numbers anchors that repeat', async () => {
    expect(await html('## Срок\n\n## Срок')).toBe('<h2 id="срок">Срок</h2>\n<h2 id="срок-1">Срок</h2>');
  });

  it('puts a table into a box once, and alignment into a class, never into a style', async () => {
    const table = await html('| Пришло | Срок |\n| :-- | --: |\n| пн | пт |');
    expect(table.match(/<div class="table">/g)).toHaveLength(1);
    expect(table).toContain('<td class="align-right">пт</td>');
    expect(table).not.toMatch(/style=| align=/);
  });
});

describe('abbreviations on a page', () => {
  const entry = (term: string, fields: Partial<GlossaryEntry> = {}): GlossaryEntry => ({
    id: `id-${term.length}`,
    term,
    expansion: 'расшифровка',
    explanation: 'Что это такое.',
    plain: [],
    synonyms: [],
    known: false,
    audience: 'staff',
    ...fields,
  });
  const glossary = [
    entry('ЕПГУ'),
    entry('МФЦ', { id: 'mfc' }),
    entry('СМС', { id: 'sms', known: true }),
    entry('сервитут', { id: 'servitude', expansion: undefined }),
  ];

  /** The words that became terms, in order, with what they lead to. */
  async function terms(source: string): Promise<string[]> {
    const processor = unified()
      .use(remarkParse)
      .use(remarkMdx)
      .use(remarkAbbreviations, { glossary: async () => glossary });
    const tree = (await processor.run(processor.parse(source))) as Root;
    const found: string[] = [];
    visit(tree, 'mdxJsxTextElement', (node) => {
      const [attribute] = node.attributes;
      const [child] = node.children;
      if (node.name === 'Term' && child?.type === 'text')
        found.push(`${child.value} → ${String(attribute?.value)}`);
    });
    return found;
  }

  it('LN-4: explains an abbreviation the first time it stands on a page, and only then', async () => {
    expect(await terms('Через ЕПГУ или МФЦ.\n\nЧерез ЕПГУ быстрее.')).toEqual(['ЕПГУ → id-4', 'МФЦ → mfc']);
  });

  it('leaves known abbreviations, terms that are no abbreviations and strange ones alone', async () => {
    expect(await terms('СМС о сервитуте из ЗАГС')).toEqual([]);
  });

  it('leaves headings and links alone and explains the next use', async () => {
    expect(await terms('## Что такое ЕПГУ\n\n[ЕПГУ](/a) – это ЕПГУ.')).toEqual(['ЕПГУ → id-4']);
  });

  it('does not explain inside a term that the page explains itself', async () => {
    expect(await terms('<Term id="x">портал ЕПГУ</Term>')).toEqual(['портал ЕПГУ → x']);
  });

  it('takes whole words only', async () => {
    expect(await terms('АЕПГУ, МФЦшный, 5МФЦ')).toEqual([]);
  });
});
