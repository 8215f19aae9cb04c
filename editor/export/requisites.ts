import type { Agency, Fact, LetterRequisite, Variable } from '#knowledge';
import { displayDate } from '../letters/dates.ts';
import { initialsAndSurname } from '../letters/person-name.ts';
import { profileSigners, type RequisiteFields } from '../letters/requisite-fields.ts';
import type { Signer } from '../storage/event.ts';
import type { VariableValues } from '../storage/record.ts';

/** What stands around the text of a letter by ГОСТ Р 7.0.97-2016; the number in brackets is the requisite's there. */
export interface Requisites {
  /** Name of the organisation (5). */
  readonly agency: string;
  /** How to reach it, and its codes (8). */
  readonly details: readonly string[];
  /** The message that is answered: «На № … от …» (12). Its own number and date (10, 11) are set where it is registered. */
  readonly incoming: { readonly number: string; readonly date: string };
  /** Lines of the addressee (15). */
  readonly addressee: readonly string[];
  /** «О …» (17); empty when there is none. */
  readonly heading: string;
  /** Post and name beside the place for the signature (22); undefined when the text says itself who writes. */
  readonly signer: Signer | undefined;
  /** Who prepared the letter, and the telephone (25). */
  readonly executor: readonly string[];
}

/** What requisites are read from. */
export interface RequisiteSources {
  readonly agency: Agency;
  readonly variables: readonly Variable[];
  /** Values of the variables as they were typed. */
  readonly values: VariableValues;
  readonly fields: RequisiteFields;
  /** Who signed, once the letter is approved. */
  readonly approvedBy: Signer | undefined;
}

/** Puts the requisites of a letter together: of the profile, of what the letter already says, of the form beside it. */
export function requisitesOf(sources: RequisiteSources): Requisites {
  const { agency, fields, approvedBy } = sources;
  const signer = approvedBy ?? profileSigners(agency).find(({ id }) => id === fields.signer);
  return {
    agency: capitalised(agency.name.full),
    details: detailsOf(agency),
    incoming: {
      number: valueFor('incoming-number', sources),
      date: displayDate(valueFor('incoming-date', sources)),
    },
    addressee: linesOf(`${fields.addressee}\n${fields.address}`),
    heading: fields.heading.trim().replace(/\.$/, ''),
    signer: signer && { post: capitalised(signer.post), name: initialsAndSurname(signer.name) },
    executor: [valueFor('executor', sources), valueFor('executor-phone', sources)].filter(
      (line) => line !== '',
    ),
  };
}

function detailsOf({ address, line, email, site, codes }: Agency): string[] {
  const own = codes && 'value' in codes ? codes.value : undefined;
  return [
    known(address),
    known(line?.phone),
    known(email),
    known(site)
      ?.replace(/^https?:\/\//, '')
      .replace(/\/$/, ''),
    own?.okpo && `ОКПО ${own.okpo}`,
    own && `ОГРН ${own.ogrn}`,
    own && `ИНН/КПП ${own.inn}/${own.kpp}`,
  ].filter((detail) => detail !== undefined);
}

function known(fact: Fact<string> | undefined): string | undefined {
  return fact !== undefined && 'value' in fact ? fact.value : undefined;
}

/** The value of the variable that a line of the form is filled from; empty while nobody has typed it. */
function valueFor(requisite: LetterRequisite, { variables, values }: RequisiteSources): string {
  const named = variables.find((variable) => variable.requisite === requisite);
  const persons = variables.filter(({ type }) => type === 'person');
  const alone = requisite === 'executor' && persons.length === 1 ? persons[0] : undefined;
  const value = values[(named ?? alone)?.name ?? ''];
  return typeof value === 'string' ? value.trim() : '';
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
