import type { Problem } from '../problem.ts';
import { simpleYaml } from './simple-yaml.ts';
import { placedWhenAsked, readYaml, type YamlSource } from './yaml-source.ts';

/** An MDX file in two parts. */
export interface SplitPage {
  readonly source: YamlSource;
  readonly body: string;
  /** The line of the file that the body begins on. */
  readonly bodyLine: number;
  readonly problems: Problem[];
}

const frontMatter = /^---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/;

/** Splits an MDX file into front matter and body; line numbers stay those of the file. */
export function splitPage(text: string, file: string): SplitPage {
  const match = frontMatter.exec(text);
  if (!match) {
    const message = 'Страница начинается с полей между двумя строками «---». Добавьте их в начало файла.';
    const problem: Problem = { severity: 'error', rule: 'front-matter', file, line: 1, column: 1, message };
    return { source: readYaml('', file, 1), body: text, bodyLine: 1, problems: [problem] };
  }
  const [whole, yaml = ''] = match;
  const simple = simpleYaml(yaml);
  const source = simple !== undefined ? placedWhenAsked(simple, yaml, file, 2) : readYaml(yaml, file, 2);
  return {
    source,
    body: text.slice(whole.length),
    bodyLine: whole.split('\n').length - (whole.endsWith('\n') ? 0 : -1),
    problems: source.problems,
  };
}
