import { formatGithub } from './github.ts';
import { formatGitlab } from './gitlab.ts';
import { formatJson } from './json.ts';
import type { FileReport, RunReport } from './report.ts';
import { formatSarif } from './sarif.ts';
import { formatStylish } from './stylish.ts';

/** The formats of `ponyatno lint`, by the name of the option. */
export const formats: Readonly<
  Record<
    'stylish' | 'json' | 'sarif' | 'github' | 'gitlab',
    (reports: readonly FileReport[], run?: RunReport) => string
  >
> = {
  stylish: formatStylish,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  gitlab: formatGitlab,
};
