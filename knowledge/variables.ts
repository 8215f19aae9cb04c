import { variableNameSchema } from './schema/variable.ts';

/** A piece of a letter. Offsets are UTF-16 code units, end exclusive. */
export type VariablePart =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'variable'; readonly name: string; readonly start: number; readonly end: number }
  | FlagPart;

/** `((name??text))`: text that a flag switches on and off. */
export interface FlagPart {
  readonly kind: 'flag';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands between `??` and the closing brackets. */
  readonly parts: readonly VariablePart[];
}

/** What is wrong with a variable, and where. */
export interface VariableError {
  readonly start: number;
  readonly end: number;
  /** Russian, with the way out. */
  readonly message: string;
}

/** A variable or a flag as it is used in a text. */
export interface VariableUse {
  readonly name: string;
  readonly type: 'value' | 'flag';
  readonly start: number;
  readonly end: number;
  /** The flag whose text it stands in. */
  readonly under: string | undefined;
}

/**
 * Finds `((name))` and `((flag??text))` in a text. Text under a flag may hold variables but no other flag. Ordinary
 * brackets may touch a variable: of `(((` the last two open it, of `)))` the first two close it.
 */
export function parseVariables(text: string): { parts: VariablePart[]; errors: VariableError[] } {
  const parser = new VariableParser(text);
  return { parts: parser.parse(), errors: parser.errors };
}

/** All variables and flags of a parsed text, in order, with those under flags. */
export function variableUses(parts: readonly VariablePart[], under?: string): VariableUse[] {
  return parts.flatMap((part): VariableUse[] => {
    if (part.kind === 'text') return [];
    const { name, start, end } = part;
    if (part.kind === 'variable') return [{ name, type: 'value', start, end, under }];
    return [{ name, type: 'flag', start, end, under }, ...variableUses(part.parts, name)];
  });
}

class VariableParser {
  readonly errors: VariableError[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): VariablePart[] {
    const parts: VariablePart[] = [];
    while (this.#at < this.#text.length) parts.push(...this.#piece(undefined));
    return joinText(parts);
  }

  /** Reads on to the end of the next variable. `flag` is the flag whose text is being read. */
  #piece(flag: string | undefined): VariablePart[] {
    const from = this.#at;
    const opening = /\({2,}/g;
    opening.lastIndex = from;
    const match = opening.exec(this.#text);
    if (!match) {
      this.#at = this.#text.length;
      return [{ kind: 'text', start: from, end: this.#at }];
    }
    const start = match.index + match[0].length - 2;
    const before: VariablePart[] = start > from ? [{ kind: 'text', start: from, end: start }] : [];
    return [...before, this.#variable(start, flag)];
  }

  #variable(start: number, outer: string | undefined): VariablePart {
    const rest = /[^()]*?(?=\?\?|[()]|$)/y;
    rest.lastIndex = start + 2;
    const name = rest.exec(this.#text)?.[0] ?? '';
    const after = start + 2 + name.length;
    if (this.#text.startsWith('??', after)) return this.#flag(start, name, after + 2, outer);
    if (!this.#text.startsWith('))', after))
      return this.#fault(
        start,
        start + 2,
        'Переменная открыта «((», но не закрыта «))». Закройте её или оставьте одну скобку.',
      );
    const end = after + 2;
    if (name === '') return this.#fault(start, end, 'Между скобками нет имени переменной. Впишите его.');
    this.#checkName(name, start, end);
    this.#at = end;
    return { kind: 'variable', name: name.trim(), start, end };
  }

  #flag(start: number, name: string, textStart: number, outer: string | undefined): VariablePart {
    this.#at = textStart;
    const parts: VariablePart[] = [];
    let depth = 0;
    let from = textStart;
    const takeText = (end: number) => {
      if (end > from) parts.push({ kind: 'text', start: from, end });
    };
    while (this.#at < this.#text.length) {
      const at = this.#at;
      if (this.#text.startsWith('((', at) && this.#text[at + 2] !== '(') {
        takeText(at);
        parts.push(this.#variable(at, outer ?? name));
        from = this.#at;
        continue;
      }
      if (this.#text[at] === '(') depth++;
      if (this.#text[at] === ')' && depth > 0) depth--;
      else if (this.#text.startsWith('))', at)) {
        takeText(at);
        this.#at = at + 2;
        this.#checkFlag(name, start, this.#at, parts, outer);
        return { kind: 'flag', name: name.trim(), start, end: this.#at, parts: joinText(parts) };
      }
      this.#at++;
    }
    // The rest of the text belongs to nobody knows what: reading it again would cost twice the time at every level.
    return this.#fault(
      start,
      this.#text.length,
      `Текст под флагом «${name}» не закрыт. Поставьте «))» там, где он кончается.`,
    );
  }

  #checkFlag(
    name: string,
    start: number,
    end: number,
    parts: readonly VariablePart[],
    outer: string | undefined,
  ): void {
    this.#checkName(name, start, end);
    if (parts.length === 0)
      this.errors.push({
        start,
        end,
        message: `Под флагом «${name}» нет текста. Впишите его после «??» или уберите флаг.`,
      });
    if (outer !== undefined)
      this.errors.push({
        start,
        end,
        message: `Флаг «${name}» стоит внутри флага «${outer}». Вложенных флагов не бывает: разделите текст на два.`,
      });
  }

  #checkName(name: string, start: number, end: number): void {
    if (variableNameSchema.safeParse(name).success && name === name.trim()) return;
    const fixed = name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
    const better = variableNameSchema.safeParse(fixed).success ? ` Напишите «${fixed}».` : '';
    const flagHint = name.includes('?') ? ' После имени флага ставят два вопросительных знака.' : '';
    const message = `Имя переменной «${name}» не подходит: нужны строчные русские буквы, цифры, пробелы и дефисы, без пробелов по краям.${better}${flagHint}`;
    this.errors.push({ start, end, message });
  }

  #fault(start: number, end: number, message: string): VariablePart {
    this.errors.push({ start, end, message });
    this.#at = end;
    return { kind: 'text', start, end };
  }
}

/** Joins pieces of text that touch. */
function joinText(parts: readonly VariablePart[]): VariablePart[] {
  const joined: VariablePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', start: last.start, end: part.end };
    else joined.push(part);
  }
  return joined;
}
