import type { Call, DeskData } from '#calls/browser';

const callsKey = 'ponyatno-calls';
const operatorKey = 'ponyatno-operator';

/**
 * The calls of this tab, as they were before a reload. They live in the tab and nowhere else: closing a call or the tab
 * forgets them. Calls that stand at a step which is no more are dropped.
 */
export function keptCalls(data: DeskData): Call[] {
  const steps = new Set(data.steps.map(({ key }) => key));
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(callsKey) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((call: Call) => call.passed?.every(({ step }) => steps.has(step)));
  } catch {
    return [];
  }
}

/** Keeps the calls over a reload of the tab. */
export function keepCalls(calls: readonly Call[]): void {
  try {
    sessionStorage.setItem(callsKey, JSON.stringify(calls));
  } catch {
    // A tab that may keep nothing still works; a reload begins anew.
  }
}

/** How the operator introduces themselves. */
export function keptOperator(): string {
  return localStorage.getItem(operatorKey) ?? '';
}

/** Keeps it on this computer. */
export function keepOperator(name: string): void {
  localStorage.setItem(operatorKey, name);
}
