import { z } from 'zod';
import { clauseSchema, idSchema } from './common.ts';
import { variableSchema } from './variable.ts';

/** What a step of a call can be. */
export const stepKinds = [
  'greeting',
  'question',
  'say',
  'answer',
  'transfer',
  'callback',
  'out-of-remit',
  'crisis',
  'booking',
  'cancelling',
  'farewell',
  'survey',
] as const;

/**
 * Where a step leads: the id of a step of the same script, `@script` for the first step of another script, or `end`.
 */
export const targetSchema = z.string().regex(/^(?:@?[a-z0-9]+(?:-[a-z0-9]+)*)$/);

/** A way on by the caller's answer. */
export const branchSchema = z
  .strictObject({
    /** The answer: «Вопрос ясен». */
    when: z.string().min(2).meta({ title: 'Ответ человека' }),
    /** Where it leads. */
    to: targetSchema.meta({
      title: 'Куда ведёт',
      description: 'Имя шага, «@имя» другого сценария или «end».',
    }),
    /**
     * The way is open only while the caller may be transferred once more (`left`), or only when no transfer is left
     * (`none`): so a script keeps the limit of transfers by itself (CL-7).
     */
    transfers: z.enum(['left', 'none']).optional().meta({
      title: 'Перевод звонка',
      description: 'Путь открыт, пока переводить ещё можно или когда уже нельзя.',
    }),
    /** The caller hangs up: nothing more can be said, so no farewell is owed. Only with `to: end`. */
    hungUp: z.literal(true).optional().meta({ title: 'Человек положил трубку' }),
  })
  .refine(
    ({ to, hungUp }) => hungUp === undefined || to === 'end',
    'hungUp бывает только у ответа, который ведёт в end',
  );

/** A step of a call script. The routing stands here, the words in the body inside `<Step id="…">`. */
export const stepSchema = z
  .strictObject({
    /** Names the step in `next`, `to` and `<Step id>`. */
    id: idSchema.meta({ title: 'Имя шага', description: 'Латиницей.' }),
    /** What the step does; the duties of the acts are proven by it. */
    kind: z.enum(stepKinds).meta({ title: 'Вид шага' }),
    /** Two or three words for the list of steps: «Уточнить потребность». */
    title: z.string().min(3).meta({ title: 'Название шага', description: 'Два-три слова.' }),
    /** The clause that demands the step. */
    clause: clauseSchema.optional().meta({ title: 'Пункт' }),
    /** The only way on. */
    next: targetSchema.optional().meta({ title: 'Следующий шаг', description: 'Если путь только один.' }),
    /** Ways on by the caller's answer: as many as there are number keys. */
    branches: z
      .array(branchSchema)
      .max(9)
      .optional()
      .meta({ title: 'Ответы человека', description: 'Если путей несколько.' }),
  })
  .refine(
    (step) => (step.next === undefined) !== (step.branches === undefined),
    'У шага должно быть либо next, либо branches',
  );
export type Step = z.infer<typeof stepSchema>;

/** A written talk to train on (OT-5): what the caller says at a step, and the answer of that step that fits. */
export const exerciseSchema = z.strictObject({
  /** Names the exercise in its script. */
  id: idSchema.meta({ title: 'Имя упражнения', description: 'Латиницей.' }),
  /** What the talk is about. */
  title: z.string().min(5).meta({ title: 'О чём разговор' }),
  /** The caller's lines in their order. */
  lines: z
    .array(
      z.strictObject({
        /** What the caller says. */
        says: z.string().min(2).meta({ title: 'Что говорит человек' }),
        /** The step it is said at: of this script, or `script/step`. */
        at: z
          .string()
          .regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/)
          .meta({ title: 'На каком шаге', description: 'Имя шага или «сценарий/шаг».' }),
        /** The answer of the step, word for word; left out where the step has one way only. */
        when: z.string().optional().meta({ title: 'Верный ответ шага', description: 'Слово в слово.' }),
      }),
    )
    .min(1)
    .meta({ title: 'Реплики по порядку' }),
});

/** Whom a talk is with, and who began it. */
export const directions = ['inbound', 'outbound', 'visit', 'internal'] as const;
export type Direction = (typeof directions)[number];

/** Front matter of a call script: an approximate scenario of a talk (CL-13). */
export const scriptFields = {
  /** The situation the script is for, in one sentence. */
  situation: z.string().min(10).meta({ title: 'Ситуация', description: 'Одно предложение.' }),
  /** Which way the call goes; `internal` is a talk with the agency's own people (CL-17). */
  direction: z.enum(directions).default('inbound').meta({ title: 'Кто кому звонит' }),
  /** What the operator fills in while talking. */
  variables: z
    .array(variableSchema)
    .default([])
    .meta({ title: 'Переменные', description: 'Что впишет оператор во время разговора.' }),
  /** The first step is where the script starts. */
  steps: z
    .array(stepSchema)
    .min(1)
    .max(12)
    .meta({ title: 'Шаги', description: 'С первого шага разговор начинается.' }),
  /** Talks to train on. */
  exercises: z.array(exerciseSchema).default([]).meta({ title: 'Упражнения' }),
};
