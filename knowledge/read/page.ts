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

/** The same with what is kept only while the page is written. */
export interface FreshReading extends PageReading {
  readonly source: YamlSource;
  /** The text below the front matter, and the line of the file it begins on. */
  readonly body: string;
  readonly bodyLine: number;
}

/** Reads one page from its text. The unit is the page's own; the function's is filled in when all pages are known. */
export function readPage(text: string, file: string, place: Place, say: SayComponent): FreshReading {
  const { source, body, bodyLine, problems } = splitPage(text, file);
  const checked =
    problems.length > 0
      ? { value: undefined, problems }
      : validate<(typeof pageSchemas)[Place['kind']]>(pageSchemas[place.kind], source, file);
  const data = checked.value;
  const reading = readBody(body, { kind: place.kind, bodyLine, steps: stepTitles(source.data), say });
  const all = [
    ...checked.problems,
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
  if (!data) return { page: undefined, source, body, bodyLine, problems: all };
  const page = {
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
    sections: reading.sections,
    components: reading.components,
    links: reading.links,
    digest: digestOf(source.data as Record<string, unknown>, { body, tree: reading.tree }),
  };
  // The schema was chosen by `kind`, so `kind` and `data` agree; TypeScript cannot see that through the table.
  return { page: page as Page, source, body, bodyLine, problems: all };
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
