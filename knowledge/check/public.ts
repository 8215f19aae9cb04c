import type { Page } from '../content.ts';
import type { Problem } from '../problem.ts';
import { type Leaning, publicBody } from '../public/body.ts';
import { isPublicKind, isPublished } from '../public/publishable.ts';
import { type Check, type CheckedReading, reporter } from './check.ts';

/** Public pages that lean on something of the staff's: the public site leaves it out, and the page says less than its author thinks. */
export const publicPages: Check = (reading) => {
  const { agency } = reading.content;
  if (agency === undefined) return [];
  const content = { ...reading.content, agency };
  return content.pages
    .filter(({ audience }) => audience === 'public')
    .flatMap((page) => [
      ...placeProblems(page, reading),
      ...basisProblems(page, reading),
      ...publicBody(page, content).leanings.flatMap((leaning) => bodyProblem(page, leaning, reading)),
    ]);
};

function placeProblems(page: Page, reading: CheckedReading): Problem[] {
  const report = reporter('audience', reading);
  const message = placeFault(page, reading);
  return message === undefined ? [] : [report.at(page.file, ['audience'], message)];
}

function placeFault(page: Page, { content }: CheckedReading): string | undefined {
  if (!isPublicKind(page.kind))
    return 'Гражданам показывают функции, вопросы и ответы, контакты, правовые акты и другие материалы. Эта страница — рабочая: уберите audience: public.';
  // A function that does not exist is told of by another check.
  if (isPublished(page, content) || content.functionOf(page) === undefined) return undefined;
  return `Страница помечена для граждан, а её функция «${page.function}» — для сотрудников: на публичном сайте страницы не будет. Откройте функцию (audience: public) или закройте страницу.`;
}

function basisProblems(page: Page, reading: CheckedReading): Problem[] {
  const report = reporter('audience', reading);
  return page.data.basis.flatMap(({ act }, index) => {
    const found = reading.content.page(act);
    if (found === undefined || isPublished(found, reading.content)) return [];
    return [
      report.at(
        page.file,
        ['basis', index, 'act'],
        `Публичная страница опирается на акт «${act}», который видят только сотрудники: граждане этого основания не увидят. Откройте акт или сошлитесь на открытый.`,
      ),
    ];
  });
}

function bodyProblem(page: Page, { offset, kind, name }: Leaning, reading: CheckedReading): Problem[] {
  if (!isKnown(kind, name, reading)) return [];
  const report = reporter('audience', reading);
  const before = page.body.slice(0, offset).split('\n');
  const position = { line: page.bodyLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  return [report.on(page.file, position, messages[kind](name))];
}

/** What is not there at all is told of by other checks. */
function isKnown(kind: Leaning['kind'], name: string, { content }: CheckedReading): boolean {
  if (kind === 'page' || kind === 'act') return content.page(name) !== undefined;
  if (kind === 'term') return content.glossaryEntry(name) !== undefined;
  return true;
}

const messages: Readonly<Record<Leaning['kind'], (name: string) => string>> = {
  page: (name) =>
    `Публичная страница ссылается на «${name}», которую видят только сотрудники: граждане увидят слова без ссылки. Откройте ту страницу или уберите ссылку.`,
  term: (name) =>
    `Публичная страница объясняет слово «${name}», а в глоссарии оно только для сотрудников. Пометьте его в glossary.yml: audience: public.`,
  act: (name) =>
    `Публичная страница приводит слова акта «${name}», который видят только сотрудники. Откройте акт или перескажите без цитаты.`,
  value: (name) =>
    `Значение профиля «${name}» гражданам не показывают: на публичном сайте вместо него будет «не указано». Уберите его со страницы или закройте страницу.`,
  deadline: (name) =>
    `Срок «${name}» гражданам не показывают: на публичном сайте вместо него будет «не указано». Уберите его со страницы или закройте страницу.`,
  link: (name) =>
    `Ссылка «${name}» ведёт туда, куда ходят только сотрудники: граждане увидят слова без ссылки. Уберите её или откройте ту страницу.`,
  file: (name) => `Файл «${name}» на публичный сайт не попадёт: показывают только картинки из этой же базы.`,
};
