import { expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { agencyLanguage } from './agency-language.ts';

const folder = `${import.meta.dirname}/../../content`;

it('LN-1…LN-11: the linter of the desk cites the clauses of the agency', async () => {
  const { content } = await readContent(folder);
  const language = agencyLanguage(content);
  expect(language.clauses).toMatchObject({ officialese: 'п. 4.2', 'bare-citation': 'п. 4.13' });
  expect(language.letters['first-reply']?.parts.map(({ part }) => part)).toContain('deadline');
  expect(language.names).toContain(content.agency.name.full);
});

it('says only the glossary without a profile', async () => {
  const { content } = await readContent(folder);
  expect(agencyLanguage({ ...content, agency: undefined, units: [] })).toEqual({
    glossary: content.glossary,
    names: [],
    letters: {},
    clauses: {},
  });
});
