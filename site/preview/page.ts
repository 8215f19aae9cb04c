import type { ElementContent } from 'hast';
import { type Page, type PartialContent, type Step, stepSchema, type TrialReading } from '#knowledge';
import { bindSpaces } from '../remark/spaces.ts';
import { bodyElements, safeHtml } from './body.ts';
import { factValue } from './components.ts';
import { element } from './hast.ts';

/**
 * A page that is being written, as readers will see it: title, the answer to read aloud, the text, what is missing. Of a page with
 * faults, what can be read of it.
 *
 * @returns HTML that is safe to put into a page of ours
 */
export async function previewPage({ reading, data, body }: TrialReading, file: string): Promise<string> {
  const { content } = reading;
  const page = content.pages.find((one) => one.file === file);
  const fields = isRecord(data) ? data : {};
  const title = textOf(fields.title);
  const text = await bodyElements(body, { content, steps: stepsOf(page, fields) });
  const parts: (ElementContent | undefined)[] = [
    title === undefined ? undefined : element('h1', {}, [bindSpaces(title)]),
    ...leads(page, fields),
    element('div', { className: 'prose' }, [
      ...(page?.kind === 'regulation' ? [defects(page.data.defects)] : []),
      ...(page?.kind === 'template' ? [element('section', { className: 'sheet' }, text)] : text),
      missingFacts(fields.missing),
    ]),
    page && facts(page, content),
  ];
  const shown = parts.filter((part) => part !== undefined);
  const isEmpty = page === undefined && text.length === 0 && shown.length === 1;
  return isEmpty ? '' : safeHtml(shown);
}

/** What stands above the text: the answer to read aloud, or in one sentence what the page is for. */
function leads(page: Page | undefined, fields: Readonly<Record<string, unknown>>): ElementContent[] {
  const spoken = textOf(fields.spoken);
  const lead = textOf(fields.summary) ?? textOf(fields.when) ?? textOf(fields.remit);
  const clients = textOf(fields.clients);
  return [
    ...(spoken === undefined ? [] : [element('blockquote', { className: 'spoken' }, [bindSpaces(spoken)])]),
    ...(lead === undefined ? [] : [element('p', { className: 'lead' }, [bindSpaces(lead)])]),
    ...(clients === undefined
      ? []
      : [
          element('p', { className: 'soft' }, [
            element('span', {}, ['Для кого:']),
            ` ${bindSpaces(clients)}`,
          ]),
        ]),
    ...(page?.kind === 'contact' ? [element('dl', { className: 'fields card' }, contactRows(page))] : []),
  ];
}

/** What is wrong with the print of an act, as `RegulationView.astro` shows it. */
function defects(found: readonly string[]): ElementContent | undefined {
  if (found.length === 0) return undefined;
  return element('div', { className: 'note warn' }, [
    element('strong', { className: 'head' }, ['Осторожно: в напечатанном тексте есть ошибки']),
    element(
      'ul',
      {},
      found.map((defect) => element('li', {}, [bindSpaces(defect)])),
    ),
  ]);
}

/** What is owed to the reader, as `Missing.astro` shows it. */
function missingFacts(value: unknown): ElementContent | undefined {
  const facts = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  if (facts.length === 0) return undefined;
  return element('section', { className: 'note bad', ariaLabelledBy: 'missing-title' }, [
    element('h2', { className: 'head', id: 'missing-title' }, ['Этого пока не знаем']),
    element(
      'ul',
      {},
      facts.map((fact) => element('li', {}, [bindSpaces(fact)])),
    ),
  ]);
}

/** What stands beside a page and comes from its fields: contacts and grounds. */
function facts(page: Page, content: PartialContent): ElementContent | undefined {
  const contacts = page.kind === 'function' ? page.data.contacts : [];
  const rows = [
    ...contacts.map(({ label, value }) => row(label, [factValue(value)])),
    ...basisRow(page, content),
  ];
  if (rows.length === 0) return undefined;
  return element('aside', { className: 'facts' }, [element('dl', {}, rows)]);
}

function contactRows({ data }: Page<'contact'>): ElementContent[] {
  const facts = [
    { title: 'Телефон', fact: data.phone },
    { title: 'Сайт', fact: data.site },
    ...(data.address ? [{ title: 'Адрес', fact: data.address }] : []),
  ];
  return [
    element('dt', {}, ['Орган']),
    element('dd', {}, [bindSpaces(data.body)]),
    ...facts.flatMap(({ title, fact }) => [element('dt', {}, [title]), element('dd', {}, [factValue(fact)])]),
  ];
}

function basisRow(page: Page, content: PartialContent): ElementContent[] {
  const { basis } = page.data;
  if (basis.length === 0) return [];
  const acts = [...Map.groupBy(basis, ({ act }) => act)].map(([act, places]) => {
    const found = content.page(act);
    const clauses = places.flatMap(({ clause }) => (clause === undefined ? [] : [clause])).join(', ');
    return element('dd', {}, [
      found ? element('a', { href: found.url }, [bindSpaces(found.title)]) : act,
      clauses === '' ? undefined : element('span', { className: 'clause' }, [`, ${bindSpaces(clauses)}`]),
    ]);
  });
  return [element('div', {}, [element('dt', {}, ['Основание']), ...acts])];
}

function row(label: string, value: ElementContent[]): ElementContent {
  return element('div', {}, [element('dt', {}, [label]), element('dd', {}, value)]);
}

/** The steps of a script; of one whose fields are wrong, those that can be read. */
function stepsOf(page: Page | undefined, fields: Readonly<Record<string, unknown>>): readonly Step[] {
  if (page?.kind === 'script') return page.data.steps;
  if (!Array.isArray(fields.steps)) return [];
  return fields.steps.flatMap((step: unknown) => {
    const read = stepSchema.safeParse(step);
    return read.success ? [read.data] : [];
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
