import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const space = '[ \\t]';
const wordStart = '(?<![\\p{L}\\p{N}-])';

/** Prepositions, conjunctions and negations that lean on the next word: «в срок», «для клиента», «не позже». */
const leaning =
  'а|без|в|во|для|до|за|и|из|изо|или|к|как|ко|на|над|не|ни|но|о|об|обо|от|ото|по|под|при|про|с|со|то|у|что';

/**
 * What must not be torn apart at the end of a line, as Russian typesetting has it. Each pattern is nothing but the space
 * that is replaced, so the text keeps its length and offsets into it stay true.
 */
const patterns: readonly RegExp[] = [
  new RegExp(`(?<=${wordStart}(?:${leaning}))${space}(?=[^\\s–—]|$)`, 'giu'),
  // Particles lean on the word before: «если бы», «то же».
  new RegExp(`${space}(?=(?:же?|бы?|ли|ль)(?![\\p{L}\\p{N}-]))`, 'giu'),
  // A dash stays on the line of the word before it.
  new RegExp(`${space}(?=[–—](?:\\s|$))`, 'gu'),
  // «№ 102», «§ 3».
  new RegExp(`(?<=[№§])${space}(?=[\\p{L}\\p{N}])`, 'gu'),
  // «п. 4.6», «ст. 12», «г. Новосибирск», «т. д.».
  new RegExp(
    `(?<=${wordStart}(?:п|пп|ст|ч|гл|разд|абз|прил|рис|табл|см|ср|г|гг|ул|д|кв|каб|корп|стр|обл|т|доб|тел|им)\\.)${space}(?=\\S)`,
    'giu',
  ),
  // A number stays with what it counts: «5 рабочих дней», «10 000», «24 часа», «20 ноября».
  new RegExp(
    `(?<=\\p{N}[\\p{N}:.,/-]*)${space}(?!(?:${leaning})(?![\\p{L}\\p{N}-]))(?=[\\p{Ll}\\p{N}%₽])`,
    'gu',
  ),
  // Initials stay with the surname: «С. В. Королькова», «Королькова С. В.».
  new RegExp(`(?<=${wordStart}\\p{Lu}\\.)${space}(?=\\p{Lu})`, 'gu'),
  new RegExp(`(?<=\\p{Lu}\\p{Ll}+)${space}(?=\\p{Lu}\\.(?:[ \\u00a0]?\\p{Lu}\\.)?)`, 'gu'),
];

/** Puts unbreakable spaces where a line must not end. The result is as long as the text. */
export function bindSpaces(text: string): string {
  return patterns.reduce((bound, pattern) => bound.replace(pattern, '\u00a0'), text);
}

/** A remark plugin: unbreakable spaces in all running text, code left alone. */
export function remarkBindSpaces() {
  return (tree: Root): void => {
    visit(tree, 'text', (node) => {
      node.value = bindSpaces(node.value);
    });
  };
}
