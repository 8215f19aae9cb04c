/** The door of `linting/`: the linter over files of the content, their front matter, marks and settings included. */
export { type Config, Configs, type FaultyFile, faultReport, isIgnored } from './config/index.ts';
export { FileLinter } from './file-linter.ts';
export { frontMatterIntact } from './front-matter.ts';
export { byteOrderMark, formatOf, isMarkdown, type SourceFile, sourceOfText } from './source.ts';
