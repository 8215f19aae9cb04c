import { hash } from 'node:crypto';
import type { Page } from '../content.ts';
import type { Problem } from '../problem.ts';
import { pageSchemas } from '../schema/page.ts';
import { readBody } from './body.ts';
import { digestOf } from './digest.ts';
import { splitPage } from './front-matter.ts';
import type { Place } from './place.ts';
import type { SayComponent } from './plain-text.ts';
import { validate } from './validate.ts';
import type { YamlSource } from './yaml-source.ts';

export interface PageReading {
  /** Undefined when the front matter does not hold to its schema. */
  readonly page: Page | undefined;
  /** Tells where a value of the front matter stands. */
  readonly source: Pick<YamlSource, 'locate'>;
  readonly problems: Problem[];
}

/** Reads a page from its text. */
export type ReadPage = (text: string, file: string, place: Place) => PageReading;

/** The same with what is kept only while the page is written. */
export interface FreshReading extends PageReading {
  readonly source: YamlSource;
  /** The text below the front matter, and the line of the file it begins on. */
  readonly body: string;
  readonly bodyLine: number;
}

/** Reads one page from its text. The unit is the page's own; the function's is filled in when all pages are known. */
export function readPage(text: string, file: string, place: Place, say: SayComponent): FreshReading {
  const { source, body, bodyLine, head, problems } = readHead(text, file, place);
  const reading = readBody(body, { kind: place.kind, bodyLine, steps: stepTitles(source.data), say });
  const all = [
    ...problems,
    ...reading.errors.map(
      ({ line, column, message }): Problem => ({
        severity: 'error',
        rule: 'declarative',
        file,
        line,
        column,
        message,
      }),
    ),
  ];
  if (!head) return { page: undefined, source, body, bodyLine, problems: all };
  const page = {
    ...head,
    sections: reading.sections,
    components: reading.components,
    links: reading.links,
    digest: digestOf(source.data as Record<string, unknown>, { body, tree: reading.tree }),
  };
  // The schema was chosen by `kind`, so `kind` and `data` agree; TypeScript cannot see that through the table.
  return { page: page as Page, source, body, bodyLine, problems: all };
}

/**
 * The same, but the body is parsed when something of it is asked for: a millisecond a page, ten times what the front matter takes.
 * What is wrong in the body is not reported.
 *
 * @param whole reads the whole page
 */
export function readPageWhenAsked(text: string, file: string, place: Place, whole: ReadPage): PageReading {
  const { source, head, problems } = readHead(text, file, place);
  if (!head) return { page: undefined, source, problems };
  let parsed: Page | undefined;
  const page: Page = Object.create(bodyWhenAsked);
  const parse = () => {
    parsed ??= whole(text, file, place).page;
    return parsed;
  };
  return { page: Object.assign(page, head, { [parsePage]: parse }), source, problems };
}

const parsePage = Symbol('parsePage');
/** What pages inherit whose bodies wait. */
const bodyWhenAsked = Object.defineProperties(
  {},
  Object.fromEntries(
    (['sections', 'components', 'links', 'digest'] as const).map((part) => [
      part,
      {
        get(this: { [parsePage]: () => Page | undefined }) {
          return this[parsePage]()?.[part];
        },
      },
    ]),
  ),
);

/** What a page is without its body's markup; no head when the front matter does not hold to its schema. */
function readHead(text: string, file: string, place: Place) {
  const { source, body, bodyLine, problems } = splitPage(text, file);
  const checked =
    problems.length > 0
      ? { value: undefined, problems }
      : validate<(typeof pageSchemas)[Place['kind']]>(pageSchemas[place.kind], source, file);
  const data = checked.value;
  const head = data && {
    id: data.id,
    kind: data.kind,
    file,
    url: place.url,
    slug: place.slug,
    title: data.title,
    function: data.function,
    unit: data.unit ?? '',
    audience: data.audience,
    data,
    body,
    bodyLine,
    textDigest: hash('sha256', text).slice(0, 32),
  };
  return { source, body, bodyLine, head, problems: checked.problems };
}

/** Titles of the steps of a script, as far as they can be read: a script with a faulty field still gets its sections. */
function stepTitles(data: unknown): Map<string, string> {
  const titles = new Map<string, string>();
  const steps = typeof data === 'object' && data !== null && 'steps' in data ? data.steps : undefined;
  if (!Array.isArray(steps)) return titles;
  for (const step of steps as unknown[]) {
    if (typeof step !== 'object' || step === null || !('id' in step) || !('title' in step)) continue;
    titles.set(String(step.id), String(step.title));
  }
  return titles;
}
