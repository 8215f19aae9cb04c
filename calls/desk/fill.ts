import { type Call, currentScript } from './call.ts';
import type { DeskData, DeskVariable, Said } from './types.ts';
import { nextClosing } from './working-days.ts';

/** What an operator has told the screen once: it holds for every call in this tab. */
export interface Operator {
  readonly name: string;
}

/** A piece of the words with what is known filled in. */
export type Filled =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly text: string }
  /** Not known yet: stands in the words as it is, never silently blank. */
  | { readonly kind: 'unknown'; readonly name: string; readonly label: string };

/** The value of a variable: of the profile, typed in, or known from the call; undefined when nothing is known. */
export function knownValue(
  data: DeskData,
  call: Call,
  operator: Operator,
  variable: DeskVariable,
): string | boolean | undefined {
  if (variable.value !== undefined) return variable.value;
  const typed = call.values[variable.name];
  if (typed !== undefined && typed !== '') return typed;
  return fromCall(data, call, operator, variable.call);
}

function fromCall(
  data: DeskData,
  call: Call,
  operator: Operator,
  what: DeskVariable['call'],
): string | undefined {
  const body = data.bodies.find(({ page }) => page === call.body);
  switch (what) {
    case 'operator':
      return operator.name || undefined;
    case 'body':
      return body?.name;
    case 'body-contact':
      return body && contactOf(body);
    case 'callback-number':
      return call.callback?.number || undefined;
    case 'callback-time':
      return call.callback?.time || undefined;
    case 'callback-day':
      return call.callback?.day ? dayInWords(call.callback.day) : undefined;
    case 'end-of-day':
      return endOfDay(data, call.began);
    case 'visit-time':
      return call.visit?.day
        ? `${dayInWords(call.visit.day)}${call.visit.time && `, ${call.visit.time}`}`
        : undefined;
    case 'answer':
      return call.answers.at(-1)?.spoken;
    case undefined:
      return undefined;
  }
}

/** «до 18:00 сегодня», «до 18:00 27 ноября» once the office has closed (CL-17). */
function endOfDay(data: DeskData, asked: number): string | undefined {
  const closing = nextClosing(data, data.office, asked);
  return closing && `до ${closing.time} ${closing.today ? 'сегодня' : dayInWords(closing.day)}`;
}

function contactOf({ phone, site }: DeskData['bodies'][number]): string | undefined {
  if ('value' in phone) return `телефон ${phone.value}`;
  return 'value' in site ? `сайт ${site.value}` : undefined;
}

const dayFormat = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** «27 ноября» out of an ISO day. */
export function dayInWords(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`));
}

/** The words with what is known. Flags that are not switched on are left out. */
export function fillWords(data: DeskData, call: Call, operator: Operator, said: readonly Said[]): Filled[] {
  const variables = new Map(
    currentScript(data, call)?.variables.map((variable) => [variable.name, variable]),
  );
  return said.flatMap((piece): Filled[] => {
    if (piece.kind === 'text') return [{ kind: 'text', text: piece.text }];
    const variable = variables.get(piece.name);
    const value = variable && knownValue(data, call, operator, variable);
    if (piece.kind === 'flag') return value === true ? fillWords(data, call, operator, piece.parts) : [];
    if (typeof value === 'string') return [{ kind: 'value', name: piece.name, text: value }];
    return [{ kind: 'unknown', name: piece.name, label: variable?.label ?? piece.name }];
  });
}

/** The variables of the step a call stands at, flags first: what the form under the words asks. */
export function asked(data: DeskData, call: Call): DeskVariable[] {
  const step = data.steps.find(({ key }) => key === call.passed.at(-1)?.step);
  const names = new Set(step?.words.flatMap(({ said }) => namesIn(said)));
  return (currentScript(data, call)?.variables ?? []).filter(
    ({ name, value }) => names.has(name) && value === undefined,
  );
}

function namesIn(said: readonly Said[]): string[] {
  return said.flatMap((piece) => {
    if (piece.kind === 'text') return [];
    return piece.kind === 'flag' ? [piece.name, ...namesIn(piece.parts)] : [piece.name];
  });
}
