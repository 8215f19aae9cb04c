import type { Content } from '#knowledge';
import { loadContent } from './load.ts';

/** The content of a request: the server's own on pages rendered on demand, the one read for the build on prerendered ones. */
export async function contentOf(locals: App.Locals): Promise<Content> {
  return locals.ponyatno?.content ?? (await loadContent()).content;
}
