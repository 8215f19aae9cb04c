import type * as Y from 'yjs';
import type { VariableValues } from '../storage/record.ts';

/** The values of the shared map; what is neither text nor a flag is no value. */
export function typedValues(shared: Y.Map<unknown>): VariableValues {
  const entries = [...shared].flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'boolean' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}
