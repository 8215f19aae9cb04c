import { coverage as coverageOf, type Material, materialNames } from '../coverage.ts';
import { type Check, reporter } from './check.ts';

const wayOut: Readonly<Record<Material, (id: string) => string>> = {
  acts: (id) => `Добавьте акт в functions/${id}/regulations или укажите акт другой функции в поле basis.`,
  jobs: (id) => `Добавьте страницу в functions/${id}/jobs.`,
  faq: (id) => `Добавьте страницу в faq/${id}.`,
  templates: (id) => `Добавьте в templates шаблон с полем function: ${id}.`,
  cases: (id) => `Добавьте страницу в functions/${id}/cases.`,
  contacts: () => 'Впишите их в поле contacts.',
};

/** KB-4: each function has all six materials. */
export const coverage: Check = (reading) => {
  const report = reporter('coverage', reading);
  return coverageOf(reading.content).flatMap(({ function: owner, cells }) =>
    cells
      .filter(({ count }) => count === 0)
      .map(({ material }) =>
        report.at(
          owner.file,
          ['id'],
          `У функции «${owner.title}» нет обязательного материала: ${materialNames[material]}. ${wayOut[material](owner.id)}`,
        ),
      ),
  );
};
