import { onTestFinished, vi } from 'vitest';
import { main } from '../../main.ts';

/** Runs `ponyatno lint` with these arguments; gives its exit code and what it wrote, with plain spaces. */
export async function runLint(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  // A test may run the command several times: each answer counts by itself.
  for (const spy of [out, err]) spy.mockClear();
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const code = await main(['lint', ...args]);
  const text = (spy: typeof out) => spy.mock.calls.flat().join('\n').replaceAll('\u00a0', ' ');
  return { code, out: text(out), err: text(err) };
}
