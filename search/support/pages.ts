import type { PageSource } from '../publish/sources.ts';

/** A page for tests: what is not told is empty. */
export function page(id: string, title: string, text: string, more: Partial<PageSource> = {}): PageSource {
  return {
    id,
    title,
    url: `/faq/test/${id}`,
    kind: 'faq',
    function: 'test',
    audience: 'staff',
    spoken: '',
    queries: [],
    keywords: [],
    context: [],
    checked: '',
    passages: [{ heading: '', anchor: '', text }],
    ...more,
  };
}
