import { ruleSummaries, ruleTitles } from '../rules/titles.ts';
import { type Change, type RuleId, ruleIds, type Severity } from '../types.ts';
import {
  countIgnored,
  countKnown,
  type FileReport,
  markFaults,
  markFaultTitles,
  placer,
  type ReportMessage,
  type RunReport,
  rulePage,
} from './report.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'note' };

const ids = [...ruleIds, ...markFaults];
const titles = { ...ruleTitles, ...markFaultTitles };

/** SARIF 2.1.0, the exchange format of static analysis: GitHub and editors read it. */
export function formatSarif(reports: readonly FileReport[], run: RunReport = {}): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Ponyatno',
            ...(run.site === undefined ? {} : { informationUri: run.site }),
            rules: ids.map((id) => descriptor(id, run)),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: reports.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: reports.flatMap((report, index) => {
          const place = placer(report.source, report.unit);
          return report.messages.map((message) => result(report, index, message, place));
        }),
        properties: {
          ignored: countIgnored(reports),
          ...(run.gone === undefined ? {} : { known: countKnown(reports), gone: run.gone }),
        },
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

/** What a program can show of a rule: its title, what it finds, its page. */
function descriptor(id: (typeof ids)[number], run: RunReport) {
  const summary = isRule(id) ? ruleSummaries[id] : undefined;
  const page = rulePage(id, run);
  return {
    id,
    shortDescription: { text: titles[id] },
    ...(summary === undefined ? {} : { fullDescription: { text: summary } }),
    ...(page === undefined ? {} : { helpUri: page, help: { text: `О правиле: ${page}` } }),
  };
}

function isRule(id: string): id is RuleId {
  return id in ruleSummaries;
}

/** A swap is put in at once, a rewriting is to be read first. */
const fixVerbs: Readonly<Record<Change, string>> = { swap: 'Заменить на', rewrite: 'Переписать:' };

function result(
  { file, unit }: FileReport,
  index: number,
  message: ReportMessage,
  place: ReturnType<typeof placer>,
) {
  const { rule, severity, start, end, expected, changes, clause, fingerprint } = message;
  const chars = { charOffset: start, charLength: end - start };
  const artifactLocation = { uri: uriOf(file), index };
  const from = place(start);
  const to = place(end);
  const lines = {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
  // Offsets and replacements of a Word document would be those of its bytes, not of its words.
  const location =
    unit === 'paragraph'
      ? {
          physicalLocation: { artifactLocation },
          logicalLocations: [{ name: `абзац ${from.line}`, kind: 'paragraph' }],
        }
      : { physicalLocation: { artifactLocation, region: { ...lines, ...chars } } };
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: literally(clause === undefined ? message.message : `${message.message} (${clause})`) },
    locations: [location],
    // By it GitHub knows a finding again after lines have moved.
    ...(fingerprint === undefined ? {} : { partialFingerprints: { 'ponyatnoSentence/v1': fingerprint } }),
    ...(expected.length === 0 || unit === 'paragraph'
      ? {}
      : {
          fixes: expected.map((text, index) => ({
            description: { text: literally(`${fixVerbs[changes[index] ?? 'rewrite']} «${text}»`) },
            artifactChanges: [
              { artifactLocation, replacements: [{ deletedRegion: chars, insertedContent: { text } }] },
            ],
            properties: { change: changes[index] ?? 'rewrite' },
          })),
        }),
  };
}

/** A path as a relative reference: `#`, `?` and `:` would mean something else in it. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

/** In messages braces are placeholders (SARIF 2.1.0, 3.11.5) and brackets are links (3.11.6), unless escaped. */
function literally(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&').replace(/[{}]/g, '$&$&');
}
