import type { Page } from '../content.ts';
import type { Problem } from '../problem.ts';
import { isTermName, resolveProfilePath } from '../profile.ts';
import { placeOf } from '../read/place.ts';
import type { DataPath } from '../read/yaml-source.ts';
import { type Check, type CheckedReading, reporter } from './check.ts';
import { suggestion } from './suggest.ts';

/** Ids in front matter and in the YAML files that name nothing. */
export const references: Check = (reading) => [
  ...reading.content.pages.flatMap((page) => pageReferences(page, reading)),
  ...unitReferences(reading),
  ...agencyReferences(reading),
];

function pageReferences(page: Page, reading: CheckedReading): Problem[] {
  const { content } = reading;
  return [
    ...functionReference(page, reading),
    ...unitReference(page, reading),
    ...page.data.basis.flatMap(({ act }, index) =>
      actReference(act, page.file, ['basis', index, 'act'], reading),
    ),
    ...('variables' in page.data
      ? page.data.variables.flatMap((variable, index) => {
          const report = reporter('unknown-value', reading);
          const path = (field: string): DataPath => ['variables', index, field];
          const { agency } = content;
          const problems: Problem[] = [];
          if (agency && variable.from !== undefined && !resolveProfilePath(agency, variable.from))
            problems.push(report.at(page.file, path('from'), noValue(variable.from)));
          if (variable.call !== undefined && page.kind !== 'script')
            problems.push(report.at(page.file, path('call'), noCall));
          if (agency && variable.term !== undefined && !agency.terms[variable.term])
            problems.push(report.at(page.file, path('term'), noTerm(variable.term)));
          const letter = variable.deadlineOf;
          if (
            agency &&
            letter !== undefined &&
            !agency.statutory.some(({ letters }) => letters.includes(letter))
          )
            problems.push(report.at(page.file, path('deadlineOf'), noStatutoryTerm(letter)));
          return problems;
        })
      : []),
  ];
}

const noCall = 'Поле call бывает только у переменных сценария: в письме звонка нет. Уберите его.';

function functionReference(page: Page, reading: CheckedReading): Problem[] {
  const { content, locate } = reading;
  const report = reporter('unknown-function', reading);
  const folder = placeOf(page.file)?.function;
  const position = locate(page.file, ['function']);
  if (page.kind === 'function' && page.id !== folder)
    return [
      report.at(page.file, ['id'], `id функции — имя её папки. Напишите «${folder}», а не «${page.id}».`),
    ];
  if (folder !== undefined && page.function !== folder)
    return [
      report.on(
        page.file,
        position,
        `Страница лежит в папке функции «${folder}», а в поле function стоит «${page.function}». Исправьте поле или перенесите файл.`,
      ),
    ];
  if (content.functionOf(page)) return [];
  const known = content.pagesOf('function').map(({ id }) => id);
  return [
    report.on(
      page.file,
      position,
      `Функции «${page.function}» нет.${suggestion(page.function, known)} Опишите её в functions/${page.function}/index.mdx или исправьте имя.`,
    ),
  ];
}

function unitReference(page: Page, reading: CheckedReading): Problem[] {
  const { unit } = page.data;
  if (unit === undefined || reading.content.units.some(({ id }) => id === unit)) return [];
  return [reporter('unknown-unit', reading).at(page.file, ['unit'], noUnit(unit, reading))];
}

function actReference(act: string, file: string, path: DataPath, reading: CheckedReading): Problem[] {
  const message = actProblem(act, reading);
  return message === undefined ? [] : [reporter('unknown-act', reading).at(file, path, message)];
}

/** What is wrong with a reference to an act; undefined when the act is there. */
export function actProblem(act: string, { content }: CheckedReading): string | undefined {
  const page = content.page(act);
  if (page?.kind === 'regulation') return undefined;
  if (page) return `«${act}» — не правовой акт, а другая страница (${page.file}). Укажите id страницы акта.`;
  const known = content.pagesOf('regulation').map(({ id }) => id);
  return `Правового акта «${act}» нет.${suggestion(act, known)} Добавьте его в functions/<функция>/regulations или исправьте имя.`;
}

function unitReferences(reading: CheckedReading): Problem[] {
  const report = reporter('unknown-unit', reading);
  return reading.content.units.flatMap((unit, index) => {
    const { reserve } = unit;
    if (reserve === undefined) return [];
    if (reserve === unit.id)
      return [
        report.at(
          'units.yml',
          [index, 'reserve'],
          'Подразделение не может замещать само себя. Укажите другое или уберите поле.',
        ),
      ];
    if (reading.content.units.some(({ id }) => id === reserve)) return [];
    return [report.at('units.yml', [index, 'reserve'], noUnit(reserve, reading))];
  });
}

function agencyReferences(reading: CheckedReading): Problem[] {
  const { agency } = reading.content;
  if (!agency) return [];
  return [
    ...actReference(agency.order, 'agency.yml', ['order'], reading),
    ...agency.statutory.flatMap(({ besides }, index) =>
      besides.flatMap((term, at) =>
        agency.terms[term]
          ? []
          : [
              reporter('unknown-term', reading).at(
                'agency.yml',
                ['statutory', index, 'besides', at],
                noTerm(term),
              ),
            ],
      ),
    ),
  ];
}

function noUnit(unit: string, { content }: CheckedReading): string {
  const renamed = content.unit(unit);
  if (renamed) return `Подразделение «${unit}» теперь называется «${renamed.id}». Исправьте имя.`;
  const hint = suggestion(
    unit,
    content.units.map(({ id }) => id),
  );
  return `Подразделения «${unit}» нет.${hint} Добавьте его в units.yml или исправьте имя.`;
}

/** What is said of a path of the profile that leads nowhere. */
export function noValue(path: string): string {
  return `В профиле (agency.yml) нет значения «${path}». Проверьте путь: например, line.phone или name.genitive.`;
}

function noStatutoryTerm(letter: string): string {
  return `В профиле (agency.yml) нет срока закона для письма «${letter}». Добавьте вид письма в поле letters у срока из statutory или уберите поле.`;
}

/** What is said of a term that the profile leaves out. */
export function noTerm(term: string): string {
  return isTermName(term)
    ? `Срок «${term}» в профиле выключен: в agency.yml его нет. Добавьте его в terms с пунктом или уберите ссылку.`
    : `Срока «${term}» не бывает. Имена сроков стоят в agency.yml в terms.`;
}
