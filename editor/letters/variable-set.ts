import { type Agency, type Page, resolveProfilePath, type Variable } from '#knowledge';
import { templateToDocument } from '../template/convert.ts';
import type { DocumentNode } from '../template/document.ts';
import { profilePath } from '../template/phrasing.ts';
import type { ProfileValue, VariableSet } from './values.ts';

/** The variables of a template, with those that its text takes straight from the profile. */
export function variableSet(template: Page<'template'> | undefined, agency: Agency): VariableSet {
  const declared = template?.data.variables ?? [];
  const places = template === undefined ? [] : placesOf(templateToDocument(template, agency));
  const inText = [...new Set(places.map(({ name }) => name))];
  const straight = inText.flatMap((name): Variable[] => {
    const from = profilePath(name);
    return from === undefined ? [] : [{ name, type: 'text', label: name, from, optional: false }];
  });
  const variables = [...declared, ...straight];
  const profile = variables.flatMap(({ name, from }): [string, ProfileValue][] =>
    from === undefined ? [] : [[name, profileValue(agency, from)]],
  );
  const under = inText.flatMap((name): [string, string[]][] => {
    const flags = places.flatMap((place) => (place.name === name ? [place.flag] : []));
    const known = flags.filter((flag) => flag !== undefined);
    return known.length === flags.length ? [[name, [...new Set(known)]]] : [];
  });
  return { variables, profile: Object.fromEntries(profile), under: Object.fromEntries(under) };
}

function profileValue(agency: Agency, path: string): ProfileValue {
  const fact = resolveProfilePath(agency, path);
  if (fact === undefined) return { missing: `В профиле ведомства нет значения «${path}».` };
  return 'value' in fact ? { value: fact.value } : { missing: fact.missing, clause: fact.clause };
}

/** Where variables stand in a document: under which flag, if under one. */
function placesOf(
  node: DocumentNode,
  flag?: string,
): { readonly name: string; readonly flag: string | undefined }[] {
  const here = node.type === 'condition' ? String(node.attrs?.flag ?? '') : flag;
  const own = node.type === 'variable' ? [{ name: String(node.attrs?.name ?? ''), flag: here }] : [];
  return [...own, ...(node.content ?? []).flatMap((child) => placesOf(child, here))];
}
