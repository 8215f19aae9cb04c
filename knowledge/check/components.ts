import type { ComponentUse } from '../content.ts';
import { isTermName, resolveProfilePath } from '../profile.ts';
import { type Check, type CheckedReading, reporter } from './check.ts';
import { actProblem, noTerm, noValue } from './references.ts';
import { suggestion } from './suggest.ts';

type Fault = readonly [rule: string, message: string];

/** Components on pages that point at nothing: `<Page id>`, `<Term id>`, `<Quote act>`, `<Value path>`, `<Deadline term>`. */
export const components: Check = (reading) =>
  reading.content.pages.flatMap((page) =>
    page.components.flatMap((use) => {
      const fault = faultOf(use, reading);
      return fault ? [reporter(fault[0], reading).on(page.file, use, fault[1])] : [];
    }),
  );

function faultOf({ name, attributes }: ComponentUse, reading: CheckedReading): Fault | undefined {
  const { content } = reading;
  const { agency } = content;
  const { id = '', act = '', path = '', term = '' } = attributes;
  switch (name) {
    case 'Page':
      return id === '' ? undefined : pageFault(id, reading);
    case 'Term': {
      if (id === '' || content.glossaryEntry(id)) return undefined;
      const hint = suggestion(
        id,
        content.glossary.map((entry) => entry.id),
      );
      return [
        'unknown-term',
        `В словаре нет термина «${id}».${hint} Добавьте его в glossary.yml или исправьте имя.`,
      ];
    }
    case 'Quote': {
      const message = act === '' ? undefined : actProblem(act, reading);
      return message === undefined ? undefined : ['unknown-act', message];
    }
    case 'Value':
      return agency && path !== '' && !resolveProfilePath(agency, path)
        ? ['unknown-value', noValue(path)]
        : undefined;
    case 'Deadline':
      return agency && term !== '' && !(isTermName(term) && agency.terms[term])
        ? ['unknown-term', noTerm(term)]
        : undefined;
    default:
      return undefined;
  }
}

function pageFault(id: string, { content }: CheckedReading): Fault | undefined {
  const target = content.page(id);
  if (!target) {
    const hint = suggestion(
      id,
      content.pages.map((known) => known.id),
    );
    return ['unknown-page', `Страницы «${id}» нет.${hint} Проверьте id или создайте страницу.`];
  }
  return undefined;
}
