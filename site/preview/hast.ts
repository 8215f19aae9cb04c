import type { Element, ElementContent } from 'hast';

/** A child of an element; a string is text, what is `undefined` is left out. */
export type Child = ElementContent | string | undefined;

/** An element of HTML, the class names in one string. */
export function element(
  tagName: string,
  { className, ...properties }: Readonly<Record<string, string>>,
  children: readonly Child[],
): Element {
  return {
    type: 'element',
    tagName,
    properties: { ...properties, ...(className === undefined ? {} : { className: className.split(' ') }) },
    children: children.flatMap((child): ElementContent[] => {
      if (child === undefined) return [];
      return [typeof child === 'string' ? { type: 'text', value: child } : child];
    }),
  };
}
