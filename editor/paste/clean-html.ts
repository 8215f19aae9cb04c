// What Word, Outlook, LibreOffice and document systems put into the clipboard, made into the elements of a letter.
import { isAllowedLink } from '../schema/extensions.ts';
import { cleanText } from './clean-text.ts';
import { makeLists } from './office-lists.ts';

/** Clean HTML, and what could not come along. */
export interface Cleaned {
  readonly html: string;
  /** Pictures that were left out: a letter is text. */
  readonly pictures: number;
}

/** Elements whose words are no words of the letter. */
const gone =
  'script, style, meta, link, title, base, xml, template, noscript, iframe, object, embed, applet, svg, math, audio, video, canvas, map, select, textarea, button, del.msoDel, [style*="mso-element:field-" i], [style*="mso-element:comment" i], [style*="mso-hide:all" i], .MsoCommentReference';
const pictures = 'img, picture, v\\:imagedata, v\\:shape';

const titles: Readonly<Record<string, string>> = {
  H1: 'h2',
  H2: 'h2',
  H3: 'h3',
  H4: 'h3',
  H5: 'h3',
  H6: 'h3',
};
/** What the letter knows, and may keep of its attributes. */
const kept: Readonly<Record<string, readonly string[]>> = {
  P: [],
  BR: [],
  H2: [],
  H3: [],
  UL: [],
  OL: ['start'],
  LI: [],
  BLOCKQUOTE: [],
  TABLE: [],
  THEAD: [],
  TBODY: [],
  TFOOT: [],
  TR: [],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
  STRONG: [],
  EM: [],
  U: [],
  A: ['href'],
  DIV: [],
};

/**
 * Cleans HTML from the clipboard. What comes from an editor of ours is left to the schema, which takes nothing else.
 *
 * @param parse reads HTML into a document that runs and loads nothing
 */
export function cleanHtml(html: string, parse: (html: string) => Document): Cleaned {
  if (html.includes('data-pm-slice')) return { html, pictures: 0 };
  const document = parse(html);
  const { body } = document;
  const count = body.querySelectorAll('img, v\\:imagedata').length;
  for (const element of body.querySelectorAll(`${gone}, ${pictures}`)) element.remove();
  removeComments(body);
  for (const element of body.querySelectorAll('[style*="display:none" i], [style*="display: none" i]'))
    element.remove();
  for (const tab of body.querySelectorAll('[style*="mso-tab-count" i]')) tab.replaceWith(' ');
  makeLists(body);
  for (const caption of body.querySelectorAll('caption'))
    caption.closest('table')?.before(renamed(caption, 'p'));
  for (const element of [...body.querySelectorAll('*')].reverse()) settle(element);
  body.normalize();
  for (const text of textsOf(body))
    text.textContent = cleanText((text.textContent ?? '').replaceAll(/\r?\n/g, ' '));
  return { html: body.innerHTML, pictures: count };
}

/** Makes one element one of the letter's, or leaves only what is inside; its children are settled already. */
function settle(element: Element): void {
  const marks = marksOf(element);
  const heading = headingOf(element);
  const name = heading ?? names[element.tagName.toUpperCase()] ?? element.tagName.toLowerCase();
  const allowed = kept[name.toUpperCase()];
  if (name === 'a' && !isAllowedLink((element.getAttribute('href') ?? '').trim())) unwrap(element, marks);
  else if (allowed === undefined || ((name === 'strong' || name === 'em') && isPlain(element)))
    unwrap(element, marks);
  else {
    const own = name === element.tagName.toLowerCase() ? element : renamed(element, name);
    for (const { name: attribute } of [...own.attributes])
      if (!allowed.includes(attribute)) own.removeAttribute(attribute);
    if (isText(name)) wrapInside(own, marks);
    // A heading is bold by itself.
    if (name === 'h2' || name === 'h3')
      for (const strong of own.querySelectorAll('strong')) strong.replaceWith(...strong.childNodes);
  }
}

const names: Readonly<Record<string, string>> = {
  B: 'strong',
  I: 'em',
  INS: 'ins',
  DT: 'p',
  DD: 'p',
  PRE: 'p',
  ADDRESS: 'p',
  FIGCAPTION: 'p',
};

function isText(name: string): boolean {
  return (
    name === 'p' ||
    name === 'h2' ||
    name === 'h3' ||
    name === 'li' ||
    name === 'a' ||
    name === 'td' ||
    name === 'th'
  );
}

/** «Заголовок 1» of Word may be a paragraph with a class, with an outline level, or a real heading. */
function headingOf(element: Element): string | undefined {
  const real = titles[element.tagName.toUpperCase()];
  if (real !== undefined) return (element.textContent ?? '').trim() === '' ? 'p' : real;
  if (element.tagName.toUpperCase() !== 'P' || (element.textContent ?? '').trim() === '') return undefined;
  if (/^Mso(?:Title|Subtitle)/.test(element.getAttribute('class') ?? '')) return 'h2';
  const [, level] = /mso-outline-level:\s*(\d)/i.exec(element.getAttribute('style') ?? '') ?? [];
  if (level === undefined) return undefined;
  return Number(level) <= 2 ? 'h2' : 'h3';
}

/** The marks that an element gives by its style. */
function marksOf(element: Element): readonly string[] {
  const style = (element.getAttribute('style') ?? '').toLowerCase();
  const value = (property: string) =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`).exec(style)?.[1]?.trim() ?? '';
  const weight = value('font-weight');
  const line = `${value('text-decoration')} ${value('text-decoration-line')}`;
  return [
    ...(weight === 'bold' || weight === 'bolder' || Number(weight) >= 600 ? ['strong'] : []),
    ...(/^(?:italic|oblique)/.test(value('font-style')) ? ['em'] : []),
    ...(/\bunderline\b/.test(line) && element.closest('a') === null ? ['u'] : []),
  ];
}

/** `<b style="font-weight:normal">` of other editors is no bold text. */
function isPlain(element: Element): boolean {
  const style = (element.getAttribute('style') ?? '').toLowerCase();
  return /font-weight\s*:\s*(?:normal|[1-4]00)/.test(style) || /font-style\s*:\s*normal/.test(style);
}

function unwrap(element: Element, marks: readonly string[]): void {
  wrapInside(element, marks);
  element.replaceWith(...element.childNodes);
}

/** Puts what is inside into marks; blocks inside take none. */
function wrapInside(element: Element, marks: readonly string[]): void {
  for (const mark of marks) {
    if (
      (element.textContent ?? '').trim() === '' ||
      element.querySelector('p, h2, h3, li, table, div') !== null
    )
      return;
    const around = element.ownerDocument.createElement(mark);
    around.append(...element.childNodes);
    element.append(around);
  }
}

function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of [...element.attributes]) {
    if (attribute === 'colspan' || attribute === 'rowspan' || attribute === 'start')
      other.setAttribute(attribute, value);
  }
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

function removeComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === child.COMMENT_NODE) child.remove();
    else removeComments(child);
  }
}

function textsOf(node: Node): Node[] {
  return [...node.childNodes].flatMap((child) =>
    child.nodeType === child.TEXT_NODE ? [child] : textsOf(child),
  );
}
