import { reporter } from '#knowledge';
import type { Proof } from './proof.ts';

/** Every way leads to a step, a script or the end; no step is called twice or like the end. */
export const targets: Proof = (graph, reading) => {
  const report = reporter('script-target', reading);
  return graph.scripts.flatMap((script) =>
    script.data.steps.flatMap((step, index) => {
      const path = ['steps', index, 'id'];
      if (script.data.steps.findIndex(({ id }) => id === step.id) !== index)
        return [report.at(script.file, path, `Шаг «${step.id}» уже есть выше. Дайте другое имя.`)];
      const problems = [];
      if (step.id === 'end')
        problems.push(report.at(script.file, path, 'Шаг не может называться «end»: так пишут конец звонка.'));
      const ways = graph.steps.get(`${script.id}/${step.id}`)?.ways ?? [];
      for (const [way, { target, to, when }] of ways.entries()) {
        const place = when === undefined ? ['steps', index, 'next'] : ['steps', index, 'branches', way, 'to'];
        if (to === undefined) problems.push(report.at(script.file, place, nowhere(target)));
        else if (target === step.id)
          problems.push(
            report.at(
              script.file,
              place,
              `Шаг «${step.id}» ведёт сам в себя. Укажите следующий шаг или end.`,
            ),
          );
      }
      return problems;
    }),
  );
};

function nowhere(target: string): string {
  return target.startsWith('@')
    ? `Сценария «${target.slice(1)}» нет. Проверьте id или создайте scripts/${target.slice(1)}.mdx.`
    : `Шага «${target}» в этом сценарии нет. Проверьте имя; в другой сценарий ведёт «@имя», конец звонка — end.`;
}
