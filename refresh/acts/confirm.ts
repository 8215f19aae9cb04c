import type { Confirmation, Content, Page, Unit } from '#knowledge';
import { RefreshError } from '../error.ts';
import { pagesOf, unitOf, writeOnce } from '../record.ts';
import { actOf, citedActs, editionOf } from './citing.ts';

/** A unit has gone through its pages after an act changed. */
export interface ActCheck {
  readonly content: Content;
  /** `id` of the unit, today's or a former one. */
  readonly unit: string;
  /** `id` of the act. */
  readonly act: string;
  /** What the new edition means for the pages. */
  readonly note: string;
  /** Pages that still have to be changed: their alarm stays. */
  readonly toChange?: readonly string[];
}

/** What was written. */
export interface RecordedConfirmation {
  /** Relative to the content folder. */
  readonly file: string;
  readonly unit: Unit;
  readonly act: Page<'regulation'>;
  readonly confirmation: Confirmation;
}

/** Confirmations of one unit for one edition at most. */
const maxOfOneEdition = 99;

/** Records that the unit's pages were held against the edition in force. It counts from the commit on the main line. */
export async function confirmAct(check: ActCheck): Promise<RecordedConfirmation> {
  const { content } = check;
  const unit = unitOf(content, check.unit);
  const act = actOf(content, check.act);
  const edition = act && editionOf(act);
  if (!act) throw new RefreshError(`Акта «${check.act}» в базе нет. Укажите id его страницы.`);
  if (edition === undefined)
    throw new RefreshError(`У акта «${act.id}» нет даты. Впишите на его странице edition или date.`);
  const citing = pagesOf(content, unit).filter((page) => citedActs(page, content).has(act.id));
  if (citing.length === 0)
    throw new RefreshError(
      `Ни одна страница подразделения «${unit.id}» не ссылается на акт «${act.id}». Подтверждать нечего.`,
    );
  const toChange = new Set(check.toChange);
  for (const id of toChange)
    if (!citing.some((page) => page.id === id))
      throw new RefreshError(
        `Страница «${id}» не ссылается на акт «${act.id}» или не принадлежит подразделению «${unit.id}». Проверьте id в --to-change.`,
      );
  const confirmation: Confirmation = {
    unit: unit.id,
    act: act.id,
    edition,
    note: check.note,
    pages: citing.map(({ id, digest }) => ({
      id,
      digest,
      result: toChange.has(id) ? 'to-change' : 'confirmed',
    })),
  };
  for (let number = 1; number <= maxOfOneEdition; number++) {
    const file = `refresh/acts/${act.id}/${edition}/${unit.id}${number === 1 ? '' : `-${number}`}.yml`;
    if (await writeOnce(content, file, confirmation)) return { file, unit, act, confirmation };
  }
  throw new RefreshError(`Записей об акте «${act.id}» уже слишком много. Сделайте проверку месяца.`);
}
