import { describe, expect, it } from 'vitest';
import { isAllowedLink } from './extensions.ts';
import { letterSchema } from './schema.ts';
import { schemaVersion } from './version.ts';

describe('letterSchema', () => {
  it('has the nodes and marks of a letter; whoever changes them raises the version', () => {
    expect({
      version: schemaVersion,
      nodes: Object.fromEntries(
        Object.entries(letterSchema.nodes).map(([name, type]) => [
          name,
          { content: type.spec.content ?? '', attributes: Object.keys(type.spec.attrs ?? {}).sort() },
        ]),
      ),
      marks: Object.fromEntries(
        Object.entries(letterSchema.marks).map(([name, type]) => [
          name,
          Object.keys(type.spec.attrs ?? {}).sort(),
        ]),
      ),
    }).toMatchInlineSnapshot(`
      {
        "marks": {
          "bold": [],
          "citation": [
            "digest",
            "page",
            "piece",
          ],
          "deletion": [
            "at",
            "author",
          ],
          "insertion": [
            "at",
            "author",
          ],
          "italic": [],
          "link": [
            "class",
            "href",
            "rel",
            "target",
            "title",
          ],
          "underline": [],
        },
        "nodes": {
          "blockquote": {
            "attributes": [],
            "content": "block+",
          },
          "bulletList": {
            "attributes": [],
            "content": "listItem+",
          },
          "condition": {
            "attributes": [
              "deletion",
              "flag",
              "insertion",
            ],
            "content": "(text | variable | hardBreak)*",
          },
          "doc": {
            "attributes": [],
            "content": "block+",
          },
          "hardBreak": {
            "attributes": [
              "deletion",
              "insertion",
            ],
            "content": "",
          },
          "heading": {
            "attributes": [
              "joined",
              "level",
            ],
            "content": "inline*",
          },
          "listItem": {
            "attributes": [],
            "content": "paragraph block*",
          },
          "orderedList": {
            "attributes": [
              "start",
              "type",
            ],
            "content": "listItem+",
          },
          "paragraph": {
            "attributes": [
              "joined",
            ],
            "content": "inline*",
          },
          "signature": {
            "attributes": [],
            "content": "paragraph+",
          },
          "table": {
            "attributes": [],
            "content": "tableRow+",
          },
          "tableCell": {
            "attributes": [
              "align",
              "colspan",
              "colwidth",
              "rowspan",
            ],
            "content": "block+",
          },
          "tableHeader": {
            "attributes": [
              "align",
              "colspan",
              "colwidth",
              "rowspan",
            ],
            "content": "block+",
          },
          "tableRow": {
            "attributes": [],
            "content": "(tableCell | tableHeader)*",
          },
          "text": {
            "attributes": [],
            "content": "",
          },
          "variable": {
            "attributes": [
              "deletion",
              "insertion",
              "name",
            ],
            "content": "",
          },
        },
        "version": 3,
      }
    `);
  });
});

describe('isAllowedLink', () => {
  it.each(['https://dmp.nso.ru', 'http://dmp.nso.ru', 'mailto:a@example.org', 'tel:+73832387320'])(
    'takes %s',
    (address) => {
      expect(isAllowedLink(address)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '/drafts',
    '',
  ])('refuses %s', (address) => {
    expect(isAllowedLink(address)).toBe(false);
  });
});
