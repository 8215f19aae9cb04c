import type { Problem } from '../problem.ts';
import { formatGithub } from './github.ts';
import { formatGitlab } from './gitlab.ts';
import { formatJson } from './json.ts';
import { formatStylish } from './stylish.ts';

export interface ReportContext {
  /** How many pages were read. */
  readonly pages: number;
  /** Path of the content folder as the reader of the report knows it. */
  readonly folder: string;
}

/** The formats of `ponyatno check`, by the name of the option. */
export const reportFormats: Readonly<
  Record<
    'stylish' | 'json' | 'github' | 'gitlab',
    (problems: readonly Problem[], context: ReportContext) => string
  >
> = {
  stylish: (problems, { pages }) => formatStylish(problems, pages),
  json: (problems, { pages }) => formatJson(problems, pages),
  github: (problems, { pages, folder }) => formatGithub(problems, pages, folder),
  gitlab: (problems, { folder }) => formatGitlab(problems, folder),
};
