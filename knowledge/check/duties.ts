import type { LetterKind } from '../schema/letters.ts';
import { type Check, reporter } from './check.ts';

/** Letters that the profile has a duty for, with its clause and where it stands. */
interface LetterDuty {
  readonly letter: LetterKind;
  readonly why: string;
  readonly clause: string;
  readonly path: readonly PropertyKey[];
}

/** PV-5, OT-2: a duty of the profile that can only be kept by a letter has a template for it. */
export const letterDuties: Check = (reading) => {
  const { agency } = reading.content;
  if (!agency) return [];
  const { visits, terms } = agency;
  const duties: (LetterDuty | undefined)[] = [
    visits?.rescheduling && {
      letter: 'reschedule-notice',
      why: 'О другом дне приёма или другом сотруднике сообщают человеку',
      clause: visits.rescheduling.clause,
      path: ['visits', 'rescheduling'],
    },
    ...(['socialMention', 'socialRequest'] as const).map((name): LetterDuty | undefined => {
      const term = terms[name];
      return (
        term && {
          letter: 'social-reply',
          why: 'В соцсетях отвечают в рабочие часы',
          clause: term.clause,
          path: ['terms', name],
        }
      );
    }),
  ];
  const report = reporter('letter-required', reading);
  return duties
    .filter((duty) => duty !== undefined)
    .filter(({ letter }) => !reading.content.pagesOf('template').some(({ data }) => data.letter === letter))
    .map(({ letter, why, clause, path }) =>
      report.at(
        'agency.yml',
        path,
        `${why} (${clause}), а шаблона такого письма нет. Добавьте в templates шаблон с letter: ${letter}.`,
      ),
    );
};

/** PV-4: a page of questions and answers tells how to cancel a visit, in every way that the profile lists. */
export const cancelAnswer: Check = (reading) => {
  const { agency } = reading.content;
  const duty = agency?.visits?.cancelling;
  if (!duty) return [];
  const pages = reading.content
    .pagesOf('faq')
    .filter(({ data }) => data.needs.some((need) => /отмен/u.test(need)));
  const report = reporter('visit-cancelling', reading);
  if (pages.length === 0)
    return [
      report.at(
        'agency.yml',
        ['visits', 'cancelling'],
        `Запись на приём можно отменить (${duty.clause}), а страницы о том, как это сделать, нет. Добавьте страницу в faq с needs: [отменить запись].`,
      ),
    ];
  const complete = pages.some((page) => missingWays(page, duty.ways).length === 0);
  if (complete) return [];
  const [page] = pages;
  return missingWays(page, duty.ways).map(({ name }) =>
    report.at(
      page?.file ?? 'agency.yml',
      ['id'],
      `Запись отменяют и так: «${name}» (${duty.clause}), а на странице этого нет. Допишите.`,
    ),
  );
};

type CancelPage = ReturnType<Parameters<Check>[0]['content']['pagesOf']>[number] | undefined;
type CancelWay = { readonly name: string; readonly from?: string | undefined };

/** The ways that a page leaves out: a value of the profile stands as `<Value path>`, another way in its own words. */
function missingWays(page: CancelPage, ways: readonly CancelWay[]): CancelWay[] {
  return ways.filter(({ name, from }) =>
    from === undefined
      ? !page?.body.toLowerCase().includes(name.toLowerCase())
      : !page?.components.some(({ attributes }) => attributes.path === from),
  );
}
