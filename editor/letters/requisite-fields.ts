// What the form beside a letter asks for its requisites. Imported by server and browser: types only from #knowledge.
import type { Agency, LetterKind } from '#knowledge';
import type { Signer } from '../storage/event.ts';

/** Fields of the form; every one is text, empty while nobody has typed it. */
export const requisiteFieldNames = ['addressee', 'address', 'heading', 'signer'] as const;
export type RequisiteField = (typeof requisiteFieldNames)[number];
export type RequisiteFields = Readonly<Record<RequisiteField, string>>;

/** What is kept in the shared map, as fields; anything else in it is no field. */
export function readRequisiteFields(value: (name: string) => unknown): RequisiteFields {
  const text = (name: RequisiteField) => {
    const found = value(name);
    return typeof found === 'string' ? found.slice(0, 1_000) : '';
  };
  return {
    addressee: text('addressee'),
    address: text('address'),
    heading: text('heading'),
    signer: text('signer'),
  };
}

/** Letters that go to many readers, or to one in public: nobody is addressed by name in their head. */
const withoutAddressee: ReadonlySet<LetterKind> = new Set(['mailing', 'social-reply']);

/** Whether a letter on paper says whom it is for. */
export function needsAddressee(letter: LetterKind): boolean {
  return !withoutAddressee.has(letter);
}

/** Who of the profile may sign; whom the profile does not know is not offered. */
export function profileSigners({
  head,
  controller,
}: Pick<Agency, 'head' | 'controller'>): readonly (Signer & { readonly id: string })[] {
  return Object.entries({ head, controller }).flatMap(([id, fact]) =>
    'value' in fact ? [{ id, name: fact.value.name, post: fact.value.post }] : [],
  );
}
