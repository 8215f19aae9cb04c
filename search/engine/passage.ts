import type { Mark } from '../types.ts';
import type { Found, Matcher } from './matcher.ts';
import type { Segment } from './segment.ts';

/** A piece of a text with the words that match. */
export interface Passage {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A token that matches, by its place in the text. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly groups: number;
}

const longestExcerpt = 240;
const sentenceEnd = /(?:[.!?…]["»)]*\s|\n)/g;

/** A whole text with its marks. */
export function markedText(segment: Segment, matcher: Matcher, text: number): Passage {
  return { text: segment.text(text), marks: mergeMarks(placesOf(segment, matcher, text)) };
}

/** The piece of a text, at most 240 characters, that has most of the query; begun at a sentence where there is room. */
export function excerptOf(
  segment: Segment,
  matcher: Matcher,
  text: number,
  weights: readonly number[],
): Passage {
  const whole = segment.text(text);
  const places = placesOf(segment, matcher, text);
  const [from, to] =
    whole.length <= longestExcerpt ? [0, whole.length] : cut(whole, bestSpan(places, weights));
  const inside = places.filter(({ start, end }) => start >= from && end <= to);
  return {
    // A line a block: on one line it reads as it stands.
    text: whole.slice(from, to).replaceAll('\n', ' '),
    marks: mergeMarks(
      inside.map((place) => ({ ...place, start: place.start - from, end: place.end - from })),
    ),
  };
}

function placesOf(segment: Segment, matcher: Matcher, text: number): Place[] {
  const found: Found[] = [];
  matcher.look(text, matcher.sighting(), found);
  if (found.length === 0) return [];
  const { tokenStart, tokenGap, tokenLength } = segment.data;
  // A phrase is found as a whole, so its later words may stand before those of others.
  found.sort((a, b) => a.token - b.token);
  let token = tokenStart[text] ?? 0;
  const first = token;
  let start = 0;
  let end = 0;
  return found.map((each) => {
    for (; token <= first + each.token; token++) {
      start = end + (tokenGap[token] ?? 0);
      end = start + (tokenLength[token] ?? 0);
    }
    return { start, end, groups: each.groups };
  });
}

// The run of matches within the length that has the most telling groups; the earlier of equals.
function bestSpan(places: readonly Place[], weights: readonly number[]): [start: number, end: number] {
  let best: [number, number] = [0, 0];
  let most = 0;
  for (const [first, { start }] of places.entries()) {
    let groups = 0;
    let worth = 0;
    for (let last = first; last < places.length; last++) {
      const place = places[last];
      if (place === undefined || place.end - start > longestExcerpt) break;
      for (let fresh = place.groups & ~groups; fresh !== 0; fresh &= fresh - 1) {
        worth += weights[31 - Math.clz32(fresh & -fresh)] ?? 0;
      }
      groups |= place.groups;
      worth += 0.05;
      if (worth > most) {
        most = worth;
        best = [start, place.end];
      }
    }
  }
  return best;
}

// Widens a span to at most 240 characters: back to the start of its sentence, on to the end of one, else of a word.
function cut(text: string, [start, end]: readonly [number, number]): [number, number] {
  const spare = longestExcerpt - (end - start);
  const before = sentenceStart(text, start);
  const from =
    start - before <= spare ? before : wordStart(text, start - Math.min(60, Math.floor(spare / 2)), start);
  const limit = from + longestExcerpt;
  if (text.length <= limit) return [from, text.trimEnd().length];
  return [from, endOfExcerpt(text, Math.max(end, from), limit)];
}

function sentenceStart(text: string, place: number): number {
  let start = 0;
  for (const match of text.slice(0, place).matchAll(sentenceEnd)) start = match.index + match[0].length;
  return start;
}

function wordStart(text: string, place: number, start: number): number {
  const gap = text.slice(Math.max(0, place), start).search(/\s/);
  return gap === -1 ? start : Math.max(0, place) + gap + 1;
}

function endOfExcerpt(text: string, least: number, limit: number): number {
  let end = -1;
  for (const match of text.slice(0, limit + 1).matchAll(sentenceEnd)) {
    const sentence = match.index + match[0].trimEnd().length;
    if (sentence >= least) end = sentence;
  }
  // A sentence that ends early leaves half of the room empty: then the end of a word.
  if (end !== -1 && end - least > (limit - least) / 2) return end;
  const gap = text.slice(least, limit + 1).search(/\s\S*$/);
  if (gap !== -1) return least + gap;
  return end === -1 ? Math.max(least, limit - (limit - least)) : end;
}

/** Marks in order and apart: a word found twice is marked once. */
function mergeMarks(places: readonly { readonly start: number; readonly end: number }[]): Mark[] {
  const marks: [number, number][] = [];
  for (const { start, end } of places) {
    const last = marks.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
