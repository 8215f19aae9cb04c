import { UsageError } from '../errors.ts';

/** An element of a document as mammoth reads it. */
interface Element {
  readonly type: string;
  readonly value?: unknown;
  readonly children?: readonly unknown[];
}

/**
 * The words of a Word document, a blank line between paragraphs. Paragraphs without words do not count; deleted text
 * (tracked changes), headers, footers and notes are left out.
 */
export async function readDocx(bytes: Buffer, name: string): Promise<string> {
  // Most runs read no document: they need not load the reader.
  const { default: mammoth } = await import('mammoth');
  let paragraphs: string[] = [];
  try {
    await mammoth.convertToHtml(
      { buffer: bytes },
      {
        transformDocument: (document: unknown) => {
          paragraphs = isElement(document) ? paragraphsOf(document) : [];
          // Only the words are wanted: nothing is left to be made HTML of.
          return isElement(document) ? { ...document, children: [] } : document;
        },
      },
    );
  } catch {
    throw new UsageError(
      `Файл «${name}» не читается как документ Word. Откройте его в редакторе и сохраните заново в формате .docx.`,
    );
  }
  return paragraphs.join('\n\n');
}

function paragraphsOf(element: Element): string[] {
  if (element.type === 'paragraph') {
    const text = textOf(element)
      .replace(/[ \t]*\n\s*/g, '\n')
      .trim();
    return text === '' ? [] : [text];
  }
  return childrenOf(element).flatMap(paragraphsOf);
}

function textOf(element: Element): string {
  if (element.type === 'text') return typeof element.value === 'string' ? element.value : '';
  if (element.type === 'tab') return '\t';
  if (element.type === 'break') return '\n';
  return childrenOf(element).map(textOf).join('');
}

function childrenOf({ children = [] }: Element): Element[] {
  return children.filter(isElement);
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
