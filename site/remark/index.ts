import { unified } from '@astrojs/markdown-remark';
import { loadContent } from '../content/load.ts';
import { remarkAbbreviations } from './abbreviations.ts';
import { remarkHeadingAnchors } from './headings.ts';
import { remarkBindSpaces } from './spaces.ts';
import { rehypeTables } from './tables.ts';
import { remarkVariables } from './variables.ts';

/**
 * How the text of a page is read. Punctuation is not touched (Astro's own would make “English quotes”), and anchors are
 * made first, because the plugins after them change the text of headings.
 */
export const markdown = unified({
  smartypants: false,
  remarkPlugins: [
    remarkHeadingAnchors,
    remarkVariables,
    [remarkAbbreviations, { glossary: async () => (await loadContent()).content.glossary }],
    remarkBindSpaces,
  ],
  rehypePlugins: [rehypeTables],
});
