import { defineCollection } from 'astro:content';
import { resolve } from 'node:path';
import { glob, type Loader } from 'astro/loaders';
import { z } from 'zod';
import { type PageKind, pageSchemas } from '#knowledge';
import { faultyFiles, loadContent } from './content/load.ts';

const base = resolve(process.env.PONYATNO_CONTENT || 'content');
const { content, problems } = await loadContent();
const faulty = [...faultyFiles(problems)].filter((file) => file.endsWith('.mdx'));

if (faulty.length > 0)
  console.warn(
    `Не показаны страницы с ошибками: ${faulty.join(', ')}. Что исправить, скажет команда «npx ponyatno check».`,
  );

/** An agency without pages of a kind is no reason for a warning of the glob loader. */
const nothing: Loader = {
  name: 'nothing',
  load: async ({ store }) => store.clear(),
};

/** Astro's reader makes a Date of an unquoted `2026-11-22`; #knowledge and its schemas take it as it is written. */
function datesAsWritten(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(datesAsWritten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, datesAsWritten(inner)]));
}

/** One kind of page. An entry is named by its file, as `Page.file` of #knowledge is. */
const pagesOf = <Kind extends PageKind>(kind: Kind, pattern: string) =>
  defineCollection({
    loader:
      content.pagesOf(kind).length > 0
        ? glob({
            base,
            pattern: [pattern, ...faulty.map((file) => `!${file}`)],
            generateId: ({ entry }) => entry,
          })
        : nothing,
    schema: z.preprocess(datesAsWritten, pageSchemas[kind]),
  });

/** What each rule of the linter is for; an entry is named by its rule. */
const rule = defineCollection({
  loader: glob({
    base: resolve('lint-rules/rules'),
    pattern: '*/about.mdx',
    generateId: ({ entry }) => entry.split('/')[0] ?? entry,
  }),
  schema: z.strictObject({}),
});

export const collections = {
  rule,
  function: pagesOf('function', 'functions/*/index.mdx'),
  regulation: pagesOf('regulation', 'functions/*/regulations/*.mdx'),
  job: pagesOf('job', 'functions/*/jobs/*.mdx'),
  case: pagesOf('case', 'functions/*/cases/*.mdx'),
  note: pagesOf('note', 'functions/*/notes/*.mdx'),
  faq: pagesOf('faq', 'faq/*/*.mdx'),
  template: pagesOf('template', 'templates/*.mdx'),
  script: pagesOf('script', 'scripts/*.mdx'),
  contact: pagesOf('contact', 'contacts/*.mdx'),
};
