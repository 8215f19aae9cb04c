import { createHash } from 'node:crypto';
import type { AuditEvent } from './event.ts';

/** The hash that the very first line is chained to. */
export const noLine = '0'.repeat(64);

/** No name and no id of ours is longer; a longer one must not fill the disk. */
const longest = 300;

const lineEnd = /,"hash":"([0-9a-f]{64})"\}$/;

/** A line of the log and the hash that the next one is chained to. */
export interface Line {
  readonly text: string;
  readonly hash: string;
}

/** Writes an event as a line: JSON without a character that a terminal or a viewer of logs could obey. */
export function lineOf(event: AuditEvent, n: number, at: string, previous: string): Line {
  const { kind, person, session, address, subject, detail } = event;
  const body = JSON.stringify(
    {
      n,
      at,
      kind,
      person: person && { id: person.id, name: person.name },
      session,
      address,
      subject,
      detail,
    },
    (_key, value: unknown) => (typeof value === 'string' ? cut(value) : value),
  ).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, escaped);
  const hash = chained(previous, body);
  return { text: `${body.slice(0, -1)},"hash":"${hash}"}`, hash };
}

/** The hash of a line, when it is what was written behind the line with the hash `previous`; undefined when not. */
export function hashAfter(previous: string, text: string): string | undefined {
  const said = lineEnd.exec(text);
  if (said?.[1] === undefined) return undefined;
  const body = `${text.slice(0, said.index)}}`;
  return chained(previous, body) === said[1] ? said[1] : undefined;
}

/** The hash that a line says of itself, whether it is true or not. */
export function saidHash(text: string): string | undefined {
  return lineEnd.exec(text)?.[1];
}

function chained(previous: string, body: string): string {
  return createHash('sha256').update(`${previous}\n${body}`).digest('hex');
}

function cut(text: string): string {
  return [...text].length > longest ? `${[...text].slice(0, longest).join('')}…` : text;
}

/** As JSON writes a character that it does not write itself. */
function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
