import { reporter } from '#knowledge';
import type { Proof } from './proof.ts';

/** Every step has its words in the body, and the body has words for no other step. */
export const words: Proof = (graph, reading) => {
  const report = reporter('script-words', reading);
  return graph.scripts.flatMap((script) => {
    const uses = script.components.filter(({ name }) => name === 'Step');
    const known = new Set(script.data.steps.map(({ id }) => id));
    const foreign = uses.flatMap((use, index) => {
      const { id = '' } = use.attributes;
      if (id === '') return [];
      if (!known.has(id))
        return [
          report.on(
            script.file,
            use,
            `Слова написаны для шага «${id}», а среди steps его нет. Исправьте id или опишите шаг.`,
          ),
        ];
      if (uses.findIndex(({ attributes }) => attributes.id === id) !== index)
        return [report.on(script.file, use, `Слова шага «${id}» уже есть выше. Сведите их в один <Step>.`)];
      return [];
    });
    const silent = [...graph.steps.values()]
      .filter((step) => step.script === script && step.words === undefined)
      .map((step) =>
        report.at(
          script.file,
          ['steps', step.index, 'id'],
          `У шага «${step.step.id}» нет слов. Напишите в тексте страницы <Step id="${step.step.id}">…</Step>.`,
        ),
      );
    return [...foreign, ...silent];
  });
};
