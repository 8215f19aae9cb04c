import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { explainIssue } from './schema-messages.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/** Checks data against a schema; gives the parsed value, or every problem with its place in the file. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  source: YamlSource,
  file: string,
): { value: z.infer<Schema> | undefined; problems: Problem[] } {
  const result = schema.safeParse(source.data, { error: (issue) => explainIssue(issue), reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues
    .flatMap(resolveUnion)
    .flatMap((issue) => locateIssue(issue, source, file));
  return { value: undefined, problems };
}

/** Speaks of the variant the author most likely meant instead of all variants of a union. */
function resolveUnion(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const variants = issue.errors.map((issues) =>
    issues.flatMap((inner) => resolveUnion({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const [nearest] = variants.toSorted((a, b) => distance(a) - distance(b));
  const wrongShape = nearest?.some(
    (inner) => inner.code === 'invalid_type' && inner.path.length === issue.path.length,
  );
  // When no variant even has the right shape, the message of the union says more than any of its variants.
  if (!nearest || wrongShape) return [issue];
  return nearest;
}

/** How far data are from a variant: foreign fields weigh more than fields left out. */
function distance(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 3 * issue.keys.length : 1),
    0,
  );
}

function locateIssue(issue: Issue, source: YamlSource, file: string): Problem[] {
  const problem = { severity: 'error', rule: 'schema', file } as const;
  const where = issue.path.length > 0 ? `${pathName(issue.path)}: ` : '';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      ...problem,
      ...source.locateKey(issue.path, key),
      message: `${where}поля «${key}» здесь не бывает. Проверьте имя или уберите поле.`,
    }));
  return [{ ...problem, ...source.locate(issue.path), message: `${where}${lowerFirst(issue.message)}` }];
}

/** `steps[2].branches` as `steps.3.branches`: people count from one. */
function pathName(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
