import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString as headingText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/**
 * A remark plugin: anchors of headings, made as #knowledge makes `Section.slug`, before any plugin touches the text.
 * Search results lead to them.
 */
export function remarkHeadingAnchors() {
  return (tree: Root): void => {
    const slugger = new GithubSlugger();
    visit(tree, 'heading', (heading) => {
      heading.data = { ...heading.data, hProperties: { id: slugger.slug(headingText(heading)) } };
    });
  };
}
