import { type Agency, type Page, resolveProfilePath, type Variable } from '#knowledge';
import { templateToDocument } from '../template/convert.ts';
import type { DocumentNode } from '../template/document.ts';
import { profilePath } from '../template/phrasing.ts';
import type { ProfileValue, VariableSet } from './values.ts';

/** The variables of a template, with those that its text takes straight from the profile. */
export function variableSet(template: Page<'template'> | undefined, agency: Agency): VariableSet {
  const declared = template?.data.variables ?? [];
  const inText = template === undefined ? [] : variableNames(templateToDocument(template, agency));
  const straight = inText.flatMap((name): Variable[] => {
    const from = profilePath(name);
    return from === undefined ? [] : [{ name, type: 'text', label: name, from, optional: false }];
  });
  const variables = [...declared, ...straight];
  const profile = variables.flatMap(({ name, from }): [string, ProfileValue][] =>
    from === undefined ? [] : [[name, profileValue(agency, from)]],
  );
  return { variables, profile: Object.fromEntries(profile) };
}

function profileValue(agency: Agency, path: string): ProfileValue {
  const fact = resolveProfilePath(agency, path);
  if (fact === undefined) return { missing: `В профиле ведомства нет значения «${path}».` };
  return 'value' in fact ? { value: fact.value } : { missing: fact.missing, clause: fact.clause };
}

function variableNames(node: DocumentNode): string[] {
  const own = node.type === 'variable' ? [String(node.attrs?.name ?? '')] : [];
  return [...new Set([...own, ...(node.content ?? []).flatMap(variableNames)])];
}
