import { listed, reporter } from '#knowledge';
import type { Proof } from './proof.ts';

/** OT-5: a talk to train on stays with its scripts: every line is said at a step that is there, and leads by an answer of it. */
export const exercises: Proof = (graph, reading) => {
  const report = reporter('script-exercise', reading);
  return graph.scripts.flatMap((script) =>
    script.data.exercises.flatMap(({ lines }, exercise) =>
      lines.flatMap(({ at, when }, line) => {
        const place = ['exercises', exercise, 'lines', line];
        const step = graph.steps.get(at.includes('/') ? at : `${script.id}/${at}`);
        if (!step)
          return [
            report.at(
              script.file,
              [...place, 'at'],
              `Шага «${at}» нет. Проверьте имя; шаг другого сценария пишется «сценарий/шаг».`,
            ),
          ];
        if (step.ways.some((way) => way.when === when)) return [];
        const answers = step.ways.map((way) => `«${way.when ?? 'без when'}»`);
        return [
          report.at(
            script.file,
            [...place, when === undefined ? 'at' : 'when'],
            `У шага «${at}» нет ответа «${when ?? 'без when'}». Есть ${listed(answers)}. Напишите ответ слово в слово.`,
          ),
        ];
      }),
    ),
  );
};
