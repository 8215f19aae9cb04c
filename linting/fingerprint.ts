import { createHash } from 'node:crypto';
import type { Message, ReportMessage } from '@ponyatno/lint-rules';
import { foldWord, sentences } from '@ponyatno/russian';

/**
 * Adds to each finding what it is known by: its rule and the words of its sentence. Neither the place in the file nor
 * punctuation, capitals or line breaks count, so a finding stays the same while the text around it changes.
 */
export function withFingerprints(messages: readonly Message[], text: string): ReportMessage[] {
  if (messages.length === 0) return [];
  const spans = sentences(text);
  return messages.map((message) => {
    const span = spans.find(({ start, end }) => start <= message.start && message.start < end);
    const words = span ? normalised(text.slice(span.start, span.end)) : '';
    return { ...message, fingerprint: hash([message.rule, message.part ?? '', words]) };
  });
}

function normalised(sentence: string): string {
  return foldWord(sentence)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
