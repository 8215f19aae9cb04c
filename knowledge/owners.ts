import type { Content } from './content.ts';

/** How a forge reads a path in CODEOWNERS: GitHub and GitLab take patterns of `.gitignore`, Gitea and Forgejo regular expressions. */
export type ForgeDialect = 'patterns' | 'expressions';
export const forgeDialects: Readonly<Record<string, ForgeDialect>> = {
  github: 'patterns',
  gitlab: 'patterns',
  gitea: 'expressions',
};

/** A folder, or a file, and whoever keeps it true. */
interface Owned {
  readonly path: string;
  readonly folder: boolean;
  readonly unit: string;
}

/**
 * The file CODEOWNERS: whom the forge asks to look at a change of which pages. Rules never overlap, because forges do
 * not agree on which of two counts; a folder with one unit is one rule.
 *
 * @param prefix path of the content folder in the repository, without slashes at its ends; empty for the root
 * @returns the text, and the units that have pages and no reviewers
 */
export function codeOwners(
  content: Content,
  prefix: string,
  dialect: ForgeDialect,
): { readonly text: string; readonly without: readonly string[] } {
  const files = content.pages.map(({ file, unit }) => ({ path: file, folder: false, unit }));
  const without = new Set<string>();
  const rules = [...owned('', files), ...content.units.map(({ id }) => ledgerOf(id))].flatMap((rule) => {
    const reviewers = content.unit(rule.unit)?.reviewers ?? [];
    if (reviewers.length === 0) without.add(rule.unit);
    return reviewers.length === 0 ? [] : [`${written(rule, prefix, dialect)} ${reviewers.join(' ')}`];
  });
  const head =
    '# Кто смотрит правки страниц. Написано командой «ponyatno owners --write» по units.yml, вручную не меняйте.';
  return { text: `${[head, ...rules].join('\n')}\n`, without: [...without].toSorted() };
}

/** The ledger of the unit, of all months. */
function ledgerOf(unit: string): Owned {
  return { path: `refresh/*/${unit}.yml`, folder: false, unit };
}

function owned(folder: string, files: readonly Owned[]): Owned[] {
  const [first] = files;
  if (first === undefined) return [];
  if (folder !== '' && files.every(({ unit }) => unit === first.unit))
    return [{ path: folder, folder: true, unit: first.unit }];
  const below = Map.groupBy(
    files,
    ({ path }) => /^[^/]+/.exec(path.slice(folder === '' ? 0 : folder.length + 1))?.[0] ?? '',
  );
  return [...below]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, inside]) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      return inside.some((file) => file.path === path) ? inside : owned(path, inside);
    });
}

function written({ path, folder }: Owned, prefix: string, dialect: ForgeDialect): string {
  const whole = prefix === '' ? path : `${prefix}/${path}`;
  if (dialect === 'patterns') return `/${whole.replaceAll(' ', '\\ ')}${folder ? '/' : ''}`;
  const expression = whole
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return `^${expression}${folder ? '/.*' : ''}$`;
}
