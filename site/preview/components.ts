import type { Element, ElementContent } from 'hast';
import {
  type Agency,
  type Content,
  type Fact,
  isTermName,
  type PartialContent,
  resolveProfilePath,
  type Step,
  termInWords,
} from '#knowledge';
import { hrefOf, sentence, shownValue } from '../content/facts.ts';
import { stepNames } from '../content/names.ts';
import { bindSpaces } from '../remark/spaces.ts';
import { type Child, element } from './hast.ts';

/** What components of a page look themselves up in. */
export interface Surroundings {
  readonly content: PartialContent;
  /** The steps of the script that is shown; none on other pages. */
  readonly steps: readonly Step[];
}

type Attributes = Readonly<Record<string, string>>;
type Draw = (attributes: Attributes, children: ElementContent[], around: Drawing) => ElementContent[];

interface Drawing extends Surroundings {
  /** A new number for each explained term: its tooltip needs an id. */
  nextTerm(): number;
}

/**
 * What each component looks like, without Astro: the same elements and classes as `site/mdx/*.astro`. A page that is being
 * written cannot be compiled, because compiled MDX is a program; `preview.test.ts` and the browser tests hold the two equal.
 */
const drawings: Readonly<Record<string, Draw>> = {
  Note: note('note', 'К сведению'),
  Warning: note('note warn', 'Важно'),
  BadExample: note('note bad', 'Так не пишем'),
  GoodExample: note('note good', 'Так пишем'),
  Quote: ({ act = '', clause }, children, { content }) => {
    const page = content.page(act);
    return [
      element('figure', { className: 'quote' }, [
        element('blockquote', {}, children),
        element('figcaption', {}, [
          page ? element('a', { href: page.url }, [page.title]) : act,
          clause === undefined ? undefined : `, ${clause}`,
        ]),
      ]),
    ];
  },
  Term: ({ id = '' }, children, { content, nextTerm }) => {
    const entry = content.glossaryEntry(id);
    if (entry === undefined) return children;
    const tooltip = `term-${nextTerm()}`;
    return [
      element('span', { className: 'term', ...(entry.expansion ? { dataExpansion: entry.expansion } : {}) }, [
        element('a', { href: `/glossary#${id}`, ariaDescribedBy: tooltip }, children),
        element('span', { role: 'tooltip', id: tooltip }, [
          entry.expansion ? element('b', {}, [bindSpaces(entry.expansion)]) : undefined,
          bindSpaces(entry.explanation),
        ]),
      ]),
    ];
  },
  Page: ({ id = '' }, children, { content }) => {
    const page = content.page(id);
    return page ? [element('a', { href: page.url }, children)] : children;
  },
  Value: ({ path = '' }, _, { content: { agency } }) => [
    factValue(
      (agency && resolveProfilePath(agency, path)) ?? { missing: `в профиле нет значения «${path}»` },
    ),
  ],
  Deadline: ({ term = '' }, _, { content: { agency } }) => [deadline(agency, term)],
  Step: ({ id = '' }, children, { steps, content }) => {
    const index = steps.findIndex((step) => step.id === id);
    const step = steps[index];
    if (step === undefined) return children;
    const label = stepNames[step.kind] + (step.clause ? ` · ${bindSpaces(step.clause)}` : '');
    return [
      element('section', { className: 'step', id, ariaLabelledBy: `${id}-title` }, [
        element('div', { className: 'head' }, [
          element('h2', { id: `${id}-title` }, [
            element('span', { className: 'number' }, [String(index + 1)]),
            ' ',
            bindSpaces(step.title),
          ]),
          element('span', { className: 'label' }, [label]),
        ]),
        element('div', { className: 'words' }, children),
        ways(step, steps, content),
      ]),
    ];
  },
};

/** Makes the drawing of components of one page: a component nobody knows shows what stands in it. */
export function drawComponents(around: Surroundings) {
  let terms = 0;
  const drawing: Drawing = { ...around, nextTerm: () => ++terms };
  return (name: string, attributes: Attributes, children: ElementContent[]): ElementContent[] => {
    const draw = Object.hasOwn(drawings, name) ? drawings[name] : undefined;
    return draw ? draw(attributes, children, drawing) : children;
  };
}

function note(className: string, head: string): Draw {
  return (_, children) => [
    element('div', { className }, [element('strong', { className: 'head' }, [head]), ...children]),
  ];
}

/** A fact as `FactValue.astro` shows it. */
export function factValue(fact: Fact<string>): Element {
  if ('missing' in fact) return missing(sentence(fact.missing));
  const href = hrefOf(fact.value);
  if (href === undefined) return element('span', { className: 'value' }, [fact.value]);
  const className = href.startsWith('tel:') ? 'value phone' : 'value';
  return element('a', { className, href }, [shownValue(fact.value)]);
}

function missing(reason: string): Element {
  return element('span', { className: 'missing' }, [element('b', {}, ['не указано:']), ` ${reason}`]);
}

function deadline(agency: Agency | undefined, term: string): Element {
  const found = isTermName(term) ? agency?.terms[term] : undefined;
  if (found === undefined) return missing('в профиле нет такого срока');
  return element('span', { className: 'deadline' }, [
    `${termInWords(found)} `,
    element('span', { className: 'clause' }, [`(${bindSpaces(found.clause)})`]),
  ]);
}

function ways(step: Step, steps: readonly Step[], content: Pick<Content, 'page'>): Element {
  const leads = step.branches ?? [{ when: undefined, to: step.next ?? 'end' }];
  return element(
    'ul',
    { className: 'ways' },
    leads.map(({ when, to }) => {
      const { title, href } = leadsTo(to, steps, content);
      const words = bindSpaces(title);
      const target: Child = href ? element('a', { href }, [words]) : element('span', {}, [title]);
      return element('li', {}, [
        element('span', { className: 'soft' }, [`${when === undefined ? 'Дальше' : bindSpaces(when)} → `]),
        ' ',
        target,
      ]);
    }),
  );
}

function leadsTo(
  target: string,
  steps: readonly Step[],
  content: Pick<Content, 'page'>,
): { title: string; href?: string } {
  if (target === 'end') return { title: 'конец разговора' };
  if (target.startsWith('@')) {
    const script = content.page(target.slice(1));
    return script ? { title: `сценарий «${script.title}»`, href: script.url } : { title: target };
  }
  const index = steps.findIndex(({ id }) => id === target);
  return { title: `${index + 1}. ${steps[index]?.title ?? target}`, href: `#${target}` };
}
