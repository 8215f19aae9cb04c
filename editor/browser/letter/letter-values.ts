import type * as Y from 'yjs';
import { textOfVariable, type VariableSet } from '../../letters/values.ts';
import type { VariableValue } from '../../storage/record.ts';
import type { Values } from '../../text/blocks.ts';

/** The variables of the letter: shared values, what the profile gives, and how both stand in the text. */
export class LetterValues implements Values {
  readonly #shared: Y.Map<unknown>;
  readonly #set: VariableSet;
  readonly #isLocked: () => boolean;
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(shared: Y.Map<unknown>, set: VariableSet, isLocked: () => boolean = () => false) {
    this.#isLocked = isLocked;
    this.#shared = shared;
    this.#set = set;
    shared.observe(() => {
      this.#version += 1;
      for (const listener of this.#listeners) listener();
    });
  }

  get version(): number {
    return this.#version;
  }

  valueOf(name: string): VariableValue | undefined {
    const value = this.#shared.get(name);
    return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
  }

  textOf(name: string): string | undefined {
    return textOfVariable(name, this.#set, (one) => this.valueOf(one));
  }

  /** Fills a variable in, for everybody. */
  fill(name: string, value: VariableValue): void {
    if (!this.#isLocked() && this.valueOf(name) !== value) this.#shared.set(name, value);
  }

  /** What the form calls the variable. */
  labelOf(name: string): string {
    return this.#set.variables.find((variable) => variable.name === name)?.label ?? name;
  }

  /** Calls back after every change; gives the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
