import { clusters, overlap } from './finding.ts';
import { layerOf } from './layers.ts';
import { type Message, severities } from './types.ts';

/**
 * One finding a span, for people: «производится выдача» is a light verb and a passive, and both are mended by one change.
 * Of findings that stand on the same words the loudest is left, of equally loud ones that with a ready replacement, then
 * the longest; the others are told again if they are still true once it is made. Programs get them all.
 *
 * What is said of a sentence as a whole, of a chain of words or of a term is about something else and always stays.
 */
export function foremost(messages: readonly Message[]): Message[] {
  const rivals = messages.filter(isOfPhrase);
  const kept = new Set(clusters(rivals).flatMap(best));
  return messages.filter((message) => !isOfPhrase(message) || kept.has(message));
}

function isOfPhrase({ rule, fix }: Message): boolean {
  const layer = layerOf(rule);
  if (layer === 'wording' || layer === 'passive') return true;
  return (layer === 'noun' || layer === 'chain') && fix !== 'advice';
}

function best(cluster: readonly Message[]): Message[] {
  const kept: Message[] = [];
  for (const message of cluster.toSorted(byPrecedence))
    if (!kept.some((other) => overlap(other, message))) kept.push(message);
  return kept;
}

function byPrecedence(one: Message, two: Message): number {
  return (
    severities.indexOf(two.severity) - severities.indexOf(one.severity) ||
    Number(two.fix !== 'advice') - Number(one.fix !== 'advice') ||
    two.end - two.start - (one.end - one.start)
  );
}
