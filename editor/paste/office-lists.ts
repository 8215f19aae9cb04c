// Word and Outlook write lists as paragraphs that only look like items: the mark is text, the level is a style.

/** A paragraph that Word shows as an item. */
interface Item {
  readonly element: Element;
  readonly level: number;
  /** The number of a numbered item; undefined for a mark that is no number. */
  readonly number: number | undefined;
}

const msoList = /mso-list:\s*l\d+\s+level(\d+)/i;
const bullet = /^[\s\u00a0]*([·•▪◦‣⁃●○■□◆➢✓\uf0b7\uf0a7\uf0d8§]|[-–—o](?=[\s\u00a0]))[\s\u00a0]*/u;
const numbered = /^[\s\u00a0]*\(?(\d{1,3}|\p{L}|[ivxlc]{1,6})[.)](?=[\s\u00a0])[\s\u00a0]*/iu;

/** Makes real lists of the paragraphs that Word shows as items. */
export function makeLists(body: Element): void {
  let run: Item[] = [];
  let last: Element | undefined;
  const end = () => {
    if (run.length > 0) build(run);
    run = [];
  };
  for (const element of [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const item = itemOf(element);
    // Items are of one list as long as nothing but space stands between them.
    if (item === undefined || (last !== undefined && nextElement(last) !== element)) end();
    if (item !== undefined) run.push(item);
    last = item === undefined ? undefined : element;
  }
  end();
}

function itemOf(element: Element): Item | undefined {
  const style = element.getAttribute('style') ?? '';
  if (/mso-list:\s*none/i.test(style)) return undefined;
  const [, level] = msoList.exec(style) ?? [];
  const looksLike = /^MsoListParagraph/i.test(element.getAttribute('class') ?? '');
  if (level === undefined && !looksLike) return undefined;
  const sign = takeMark(element);
  if (sign === undefined)
    return level === undefined ? undefined : { element, level: Number(level), number: undefined };
  return { element, level: Math.max(1, Number(level ?? 1)), number: numberOf(sign) };
}

/** Takes the mark out of the text; undefined when there is none. */
function takeMark(element: Element): string | undefined {
  const spans = [...element.querySelectorAll('span')].filter((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const [mark] = spans;
  if (mark !== undefined) {
    const sign = `${mark.textContent ?? ''} `;
    for (const span of spans) span.remove();
    return sign;
  }
  const text = element.textContent ?? '';
  const found = bullet.exec(text) ?? numbered.exec(text);
  if (found === null) return undefined;
  cutStart(element, found[0].length);
  return found[0];
}

/** Takes so many characters from the beginning of an element's text. */
function cutStart(element: Element, length: number): void {
  let left = length;
  for (const child of [...element.childNodes]) {
    if (left <= 0) return;
    const size = child.textContent?.length ?? 0;
    if (child.nodeType === child.TEXT_NODE) child.textContent = (child.textContent ?? '').slice(left);
    else if (size <= left) child.remove();
    else cutStart(child as Element, left);
    left -= size;
  }
}

function numberOf(sign: string): number | undefined {
  const [, first] = numbered.exec(sign) ?? [];
  if (first === undefined) return undefined;
  return /^\d+$/.test(first) ? Number(first) : 1;
}

function nextElement(element: Element): Element | null {
  for (let node = element.nextSibling; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) return node as Element;
    if (node.nodeType === node.TEXT_NODE && (node.textContent ?? '').trim() !== '') return null;
  }
  return null;
}

/** Puts lists where the first item stands: a deeper level is a list inside the item before it. */
function build(items: readonly Item[]): void {
  const [first] = items;
  if (first === undefined) return;
  const place = first.element.ownerDocument.createElement('div');
  first.element.before(place);
  const open: { readonly level: number; readonly list: Element; readonly kind: string }[] = [];
  for (const { element, level, number } of items) {
    const kind = number === undefined ? 'ul' : 'ol';
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const same = open.at(-1);
    // Another kind of mark on the same level begins another list.
    if (same !== undefined && same.level === level && same.kind !== kind) open.pop();
    let current = open.at(-1);
    if (current === undefined || current.level < level) {
      const list = element.ownerDocument.createElement(kind);
      if (number !== undefined && number !== 1) list.setAttribute('start', String(number));
      (current?.list.lastElementChild ?? place).append(list);
      current = { level, list, kind };
      open.push(current);
    }
    const item = element.ownerDocument.createElement('li');
    const paragraph = element.ownerDocument.createElement('p');
    paragraph.append(...element.childNodes);
    item.append(paragraph);
    current.list.append(item);
    element.remove();
  }
  place.replaceWith(...place.childNodes);
}
