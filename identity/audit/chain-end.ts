import { z } from 'zod';
import type { AuditFiles } from './files.ts';
import { noLine, saidHash } from './line.ts';

/** Where the log ends: what the next line is chained to, and where it goes. */
export interface ChainEnd {
  readonly n: number;
  readonly hash: string;
  /** The newest file; undefined before the first line. */
  readonly file: string | undefined;
  /** Its length in bytes, of whole lines. */
  readonly bytes: number;
  /** The month its first line was written in, `2026-11`. */
  readonly month: string | undefined;
  /** Bytes of a line that was being written when the process died. */
  readonly torn: number;
}

const stampSchema = z.object({ n: z.int().positive(), at: z.string() });

/** Number and time of a line; undefined for what is no line of ours. */
export function stampOf(line: string): { n: number; at: string } | undefined {
  try {
    return stampSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Finds the end of a log on disk. */
export async function chainEnd(files: AuditFiles): Promise<ChainEnd> {
  const names = await files.names();
  const newest = names.at(-1);
  let ending: Pick<ChainEnd, 'bytes' | 'month' | 'torn'> = { bytes: 0, month: undefined, torn: 0 };
  for (const name of names.toReversed()) {
    const text = await files.text(name);
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const lines = whole.split('\n').slice(0, -1);
    if (name === newest)
      ending = {
        bytes: Buffer.byteLength(whole),
        month: stampOf(lines[0] ?? '')?.at.slice(0, 7),
        torn: Buffer.byteLength(text) - Buffer.byteLength(whole),
      };
    // A last line that somebody has spoilt is stepped over: the verifier tells of it.
    for (const line of lines.toReversed()) {
      const stamp = stampOf(line);
      const hash = saidHash(line);
      if (stamp !== undefined && hash !== undefined) return { n: stamp.n, hash, file: newest, ...ending };
    }
  }
  return { n: 0, hash: noLine, file: newest, ...ending };
}
