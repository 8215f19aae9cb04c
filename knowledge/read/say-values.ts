import { isTermName, resolveProfilePath, termInWords } from '../profile.ts';
import type { Agency } from '../schema/agency.ts';
import type { SayComponent } from './plain-text.ts';

/** Says the values that stand on pages as components: search and reading aloud need the words. */
export function sayWith(agency: Agency | undefined): SayComponent {
  return (name, attributes) => {
    if (!agency) return '';
    if (name === 'Value') {
      const fact = resolveProfilePath(agency, attributes.path ?? '');
      return fact && 'value' in fact ? fact.value : 'нет сведений';
    }
    if (name !== 'Deadline') return '';
    const term = attributes.term ?? '';
    const found = isTermName(term) ? agency.terms[term] : undefined;
    return found ? `${termInWords(found)} (${found.clause})` : '';
  };
}
