import type { z } from 'zod';
import {
  type ConfirmationFile,
  type LedgerFile,
  type Page,
  type PartialContent,
  type Vocabulary,
  withLookups,
} from '../content.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { type Agency, agencySchema } from '../schema/agency.ts';
import { confirmationSchema, type Ledger, ledgerSchema } from '../schema/ledger.ts';
import {
  type CalendarYear,
  calendarYearSchema,
  glossarySchema,
  synonymsSchema,
  unitsSchema,
} from '../schema/vocabulary.ts';
import { type DataFile, encodingMessage, readDataFile } from './data-file.ts';
import { readText } from './files.ts';
import { ledgerFile } from './ledger-file.ts';
import { type ReadPage, readPage, readPageWhenAsked } from './page.ts';
import { type CachePlace, PageCache } from './page-cache.ts';
import { placeOf } from './place.ts';
import type { Reading } from './reading.ts';
import { readRecordFile } from './record-file.ts';
import { sayWith } from './say-values.ts';
import { withUnits } from './units.ts';
import type { DataPath, YamlSource } from './yaml-source.ts';

// `freshness.json` is read by #refresh, where there is no git.
const dataFiles = new Set(['agency.yml', 'units.yml', 'glossary.yml', 'synonyms.yml', 'freshness.json']);
const ledgerPath = /^refresh\/(\d{4}-\d{2})\/([^/]+)\.yml$/;
const confirmationPath = /^refresh\/acts\/([^/]+)\/(\d{4}-\d{2}-\d{2})\/([a-z0-9-]+?)(?:-\d{1,2})?\.yml$/;
const calendarPath = /^calendar\/(\d{4})\.yml$/;
const assets = /\.(?:png|jpe?g|svg|webp|pdf|docx?|odt)$/i;

/** Reads the files of one folder and gathers their sources and problems. */
export class FolderReader {
  readonly #folder: string;
  readonly #files: readonly string[];
  readonly #cachePlace: CachePlace | undefined;
  readonly #bodies: 'at-once' | 'when-asked';
  readonly #sources = new Map<string, Pick<YamlSource, 'locate'>>();
  readonly #problems: Problem[] = [];

  /**
   * @param cache where pages that were read are remembered; without it all are read anew
   * @param bodies `when-asked`: the bodies of pages and the records of the ledger are read when something of them is asked for, and
   *   their faults are not reported
   */
  constructor(
    folder: string,
    files: readonly string[],
    { cache, bodies = 'at-once' }: { cache?: CachePlace | undefined; bodies?: 'at-once' | 'when-asked' } = {},
  ) {
    this.#folder = folder;
    this.#files = files;
    this.#cachePlace = cache;
    this.#bodies = bodies;
  }

  /** Only what the agency is called and how it speaks: no page is read. */
  vocabulary(): Vocabulary {
    const agency = this.#need('agency.yml', agencySchema, 'профиль ведомства');
    const units = this.#need('units.yml', unitsSchema, 'список подразделений') ?? [];
    const glossary = this.#need('glossary.yml', glossarySchema, 'словарь терминов') ?? [];
    return { agency, units, glossary };
  }

  read(): Reading<PartialContent> {
    const { agency, units, glossary } = this.vocabulary();
    const synonyms = this.#read('synonyms.yml', synonymsSchema) ?? [];
    const years = this.#years();
    const pages = withUnits(this.#pages(agency));
    const ledgers = this.ledgers();
    const confirmations = this.confirmations();
    this.#foreignFiles();
    const content = withLookups({
      folder: this.#folder,
      agency,
      units,
      glossary,
      synonyms,
      calendar: { years },
      pages,
      ledgers,
      confirmations,
    });
    const sources = this.#sources;
    return {
      content,
      problems: sortProblems(this.#problems),
      locate: (file, path) => sources.get(file)?.locate(path) ?? { line: 1, column: 1 },
      files: new Set(this.#files),
    };
  }

  #need<Schema extends z.ZodType>(file: string, schema: Schema, what: string): z.infer<Schema> | undefined {
    if (!this.#files.includes(file))
      this.#report(
        file,
        'missing-file',
        `Нет файла ${file}: это ${what}. Создайте его в папке с содержанием.`,
      );
    return this.#read(file, schema);
  }

  #read<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | undefined {
    if (!this.#files.includes(file)) return undefined;
    return this.#keep(file, readDataFile(this.#folder, file, schema));
  }

  #keep<Value>(file: string, read: DataFile<Value>): Value | undefined {
    if (read.source) this.#sources.set(file, read.source);
    this.#problems.push(...read.problems);
    return read.value;
  }

  #report(file: string, rule: string, message: string, path: DataPath = []): void {
    const position = this.#sources.get(file)?.locate(path) ?? { line: 1, column: 1 };
    this.#problems.push({ severity: 'error', rule, file, ...position, message });
  }

  #years(): Map<number, CalendarYear> {
    const years = new Map<number, CalendarYear>();
    for (const file of this.#files) {
      const [, named] = calendarPath.exec(file) ?? [];
      if (named === undefined) continue;
      const year = this.#keep(file, readDataFile(this.#folder, file, calendarYearSchema));
      if (!year) continue;
      if (year.year === Number(named)) years.set(year.year, year);
      else
        this.#report(
          file,
          'calendar',
          `Файл назван по ${named} году, а внутри стоит ${year.year}. Исправьте имя файла или поле year.`,
          ['year'],
        );
    }
    return years;
  }

  #pages(agency: Agency | undefined): Page[] {
    const pages: Page[] = [];
    const say = sayWith(agency);
    const anew: ReadPage = (text, file, place) => readPage(text, file, place, say);
    const memory = this.#cachePlace;
    const openCache = () => memory && new PageCache(memory, this.#folder, agency);
    const cache = this.#bodies === 'at-once' ? openCache() : undefined;
    const read = this.#bodies === 'at-once' ? (cache?.reader(anew) ?? anew) : whenAsked(anew, openCache);
    for (const file of this.#files) {
      const place = placeOf(file);
      if (!place) continue;
      const text = readText(this.#folder, file);
      if (text === undefined) {
        this.#report(file, 'encoding', encodingMessage);
        continue;
      }
      const { page, source, problems } = read(text, file, place);
      this.#sources.set(file, source);
      this.#problems.push(...problems);
      if (page) pages.push(page);
    }
    cache?.save();
    return pages;
  }

  /** Only the ledger. */
  ledgers(): LedgerFile[] {
    const ledgers: LedgerFile[] = [];
    for (const file of this.#files) {
      const [, month, unit] = ledgerPath.exec(file) ?? [];
      if (month === undefined || unit === undefined) continue;
      const ledger = ledgerFile(this.#folder, { file, month, unit }, () => this.#ledger(file, month, unit));
      if (this.#bodies === 'at-once') ledger.read();
      ledgers.push(ledger);
    }
    return ledgers;
  }

  #ledger(file: string, month: string, unit: string): Ledger | undefined {
    const ledger = this.#keep(file, readRecordFile(this.#folder, file, ledgerSchema));
    if (!ledger || (ledger.month === month && ledger.unit === unit)) return ledger;
    this.#report(
      file,
      'ledger',
      `Запись о проверке лежит не там: внутри подразделение «${ledger.unit}» и месяц ${ledger.month}. Место такой записи — refresh/${ledger.month}/${ledger.unit}.yml.`,
    );
    return undefined;
  }

  /** Only the confirmations after an act changed. */
  confirmations(): ConfirmationFile[] {
    const confirmations: ConfirmationFile[] = [];
    for (const file of this.#files) {
      const [, act, edition] = confirmationPath.exec(file) ?? [];
      if (act === undefined) continue;
      const confirmation = this.#keep(file, readRecordFile(this.#folder, file, confirmationSchema));
      if (!confirmation) continue;
      const name = file.slice(file.lastIndexOf('/') + 1).replace(/(?:-\d{1,2})?\.yml$/, '');
      const unit = confirmation.unit.replace(/-\d{1,2}$/, '');
      if (confirmation.act !== act || confirmation.edition !== edition || name !== unit)
        this.#report(
          file,
          'ledger',
          `Запись о новой редакции лежит не там. Место такой записи — refresh/acts/${confirmation.act}/${confirmation.edition}/${confirmation.unit}.yml.`,
        );
      else confirmations.push({ file, confirmation });
    }
    return confirmations;
  }

  /** Files that no reader takes: most often a page in the wrong folder, which would silently never be shown. */
  #foreignFiles(): void {
    for (const file of this.#files) {
      if (dataFiles.has(file)) continue;
      if (calendarPath.test(file) || ledgerPath.test(file) || confirmationPath.test(file) || placeOf(file))
        continue;
      if (assets.test(file) || file.endsWith('README.md') || file === 'CODEOWNERS') continue;
      this.#report(
        file,
        'place',
        'Файл лежит там, где его никто не прочитает. Страницы — это .mdx с именем из строчных латинских букв в functions/<функция>/{regulations,jobs,cases,notes}, faq/<функция>, templates, scripts или contacts; описание функции — functions/<функция>/index.mdx.',
      );
    }
  }
}

/** Reads heads now and bodies when asked; the memory is opened for the first body, and kept once nothing more is asked. */
function whenAsked(anew: ReadPage, openCache: () => PageCache | undefined): ReadPage {
  let reader: ReadPage | undefined;
  const whole: ReadPage = (text, file, place) => {
    if (!reader) {
      const cache = openCache();
      reader = cache?.reader(anew) ?? anew;
      setImmediate(() => cache?.save(false));
    }
    return reader(text, file, place);
  };
  return (text, file, place) => readPageWhenAsked(text, file, place, whole);
}
