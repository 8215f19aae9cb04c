import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Content } from '#knowledge';
import { baseFiles, page } from '../../knowledge/testing/content-folder.ts';

/** Files of a made-up knowledge base by their path: our own questions, texts and all, again and again under new ids. */
export function manyPages(content: Content, count: number): Map<string, string> {
  const questions = content.pagesOf('faq');
  const files = new Map<string, string>();
  for (const [name, file] of Object.entries(baseFiles))
    if (file !== undefined) files.set(name, typeof file === 'string' ? file : stringify(file));
  for (let number = 0; number < count; number++) {
    const model = questions[number % questions.length];
    if (model === undefined) throw new Error('The content has no questions.');
    const front = {
      id: `q-${number}`,
      title: `${model.title} (${number})`,
      function: 'requests',
      spoken: model.data.spoken,
    };
    // What points at pages and terms of our own content would be a fault in this one.
    const body = model.sections.map(
      ({ heading, text }) => `${heading === undefined ? '' : `## ${heading}\n\n`}${plain(text)}`,
    );
    files.set(`faq/requests/q-${number}.mdx`, page(front, body.join('\n\n')));
  }
  return files;
}

/** Writes files below a folder. */
export function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function plain(text: string): string {
  return text.replaceAll(/[<>{}\\()[\]*_`#|~]/g, ' ').replaceAll('\n', '\n\n');
}
