import { resolve } from 'node:path';
import { type FileReport, formats, type LinterOptions, type Severity } from '@ponyatno/lint-rules';
import { counted } from '#knowledge';
import { FileLinter, type SourceFile } from '#linting';
import { UsageError } from '../errors.ts';
import { callerFolder, siteAddress } from '../place.ts';
import { Baseline, type ReportOfFile, writeBaseline } from './baseline.ts';
import { type Collecting, collect, standardInput } from './collect.ts';
import { fixFile, formatFixed, swaps, swapsAndRewrites } from './fix-file.ts';

/** What the person asked for. */
interface Request extends Collecting {
  readonly format: keyof typeof formats;
  readonly fix?: boolean;
  readonly fixAll?: boolean | undefined;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** `ponyatno lint` over files: fixes what it should, prints the report, gives the exit code. */
export async function lintFiles(
  options: LinterOptions & { readonly min: Severity },
  request: Request,
): Promise<number> {
  const { folder, format, fix, fixAll, baseline, writeBaseline: target } = request;
  const from = callerFolder();
  if ((fix || fixAll) && request.paths.includes(standardInput))
    throw new UsageError(
      'Текст со стандартного ввода некуда записать: с ним --fix не бывает. Назовите файл.',
    );
  const known = baseline === undefined ? undefined : await Baseline.read(resolve(from, baseline), baseline);
  const { sources, configs, faults } = await collect(request, from);
  if (faults.length > 0) {
    console.log(formats[format](faults, { site: siteAddress() }));
    return 2;
  }
  const linter = new FileLinter(options, { content: folder, configOf: (path) => configs.get(path) });
  const files = fix || fixAll ? await fixEach(sources, linter, options, { fixAll, format }) : sources;
  const found = files.map((file) => ({ path: file.path, report: linter.lint(file) }));
  if (target !== undefined) {
    await writeBaseline(resolve(from, target), found);
    console.log(written(target, found));
    return 0;
  }
  const { reports, ...run } = known?.apply(found, options.min) ?? {
    reports: found.map(({ report }) => report),
  };
  console.log(formats[format](reports, { ...run, site: siteAddress() }));
  return hasFindings(reports) ? 1 : 0;
}

async function fixEach(
  sources: readonly SourceFile[],
  linter: FileLinter,
  { dictionary }: LinterOptions,
  { fixAll, format }: Pick<Request, 'fixAll' | 'format'>,
): Promise<SourceFile[]> {
  const wanted = fixAll ? swapsAndRewrites : swaps;
  const fixed = await Promise.all(sources.map((source) => fixFile(source, linter, dictionary, wanted)));
  // What is read by a program must not be mixed with what is read by a person.
  const print = format === 'stylish' ? console.log : console.error;
  print(`${formatFixed(fixed)}\n`);
  return fixed.map(({ file }) => file);
}

function hasFindings(reports: readonly FileReport[]): boolean {
  return reports.some(({ messages }) => messages.length > 0);
}

function written(target: string, found: readonly ReportOfFile[]): string {
  const count = found.reduce((sum, { report }) => sum + report.messages.length, 0);
  const findings = counted(count, ['замечание', 'замечания', 'замечаний']);
  return `Записано в «${target}»: ${findings}. Теперь ponyatno lint --baseline ${target} покажет только новые.`;
}
