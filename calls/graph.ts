import type { ComponentUse, Content, Page, PartialContent } from '#knowledge';
import { saidIn } from './desk/words.ts';

type Step = Page<'script'>['data']['steps'][number];

/** A step of a call, with the words to say and the ways on. */
export interface CallStep {
  /** `script/step`: unique over all scripts. */
  readonly key: string;
  readonly script: Page<'script'>;
  readonly step: Step;
  /** Number of the step in its script, from 0. */
  readonly index: number;
  /** What stands inside `<Step>`; undefined when the script has no words for it. */
  readonly words: ComponentUse | undefined;
  /** What is said to the caller, without the notes for the operator. Variables stand as they are written. */
  readonly said: string;
  readonly ways: readonly Way[];
}

/** A way on from a step. */
export interface Way {
  /** The caller's answer that leads here; undefined when there is only one way. */
  readonly when: string | undefined;
  /** As written: a step, `@script` or `end`. */
  readonly target: string;
  /** Key of the step it leads to; `end` when the call is over; undefined when the target names nothing. */
  readonly to: string | 'end' | undefined;
  /** Open only while a transfer is left, or only when none is (CL-7). */
  readonly transfers: 'left' | 'none' | undefined;
  /** The caller hangs up: no words are owed any more. */
  readonly hungUp: boolean;
}

/** All call scripts as one graph: scripts lead into each other by `@script`. */
export interface CallGraph {
  readonly scripts: readonly Page<'script'>[];
  readonly steps: ReadonlyMap<string, CallStep>;
  /** The step a script starts with. */
  start(script: string): CallStep | undefined;
}

/** Builds the graph of all scripts of the content. */
export function callGraph(content: Content | PartialContent): CallGraph {
  const scripts = content.pagesOf('script');
  const starts = new Map(scripts.map((script) => [script.id, script.data.steps[0]]));
  const startKey = (script: string) => {
    const first = starts.get(script);
    return first && `${script}/${first.id}`;
  };
  const steps = new Map<string, CallStep>();
  for (const script of scripts) {
    const own = new Set(script.data.steps.map(({ id }) => id));
    for (const [index, step] of script.data.steps.entries()) {
      const key = `${script.id}/${step.id}`;
      if (steps.has(key)) continue;
      const words = script.components.find(
        ({ name, attributes }) => name === 'Step' && attributes.id === step.id,
      );
      steps.set(key, {
        key,
        script,
        step,
        index,
        words,
        said: words === undefined ? '' : saidIn(words, script),
        ways: targetsOf(step).map(({ target, ...way }) => ({
          ...way,
          target,
          to: resolveTarget(target, script.id, own, startKey),
        })),
      });
    }
  }
  return {
    scripts,
    steps,
    start(script) {
      const key = startKey(script);
      return key === undefined ? undefined : steps.get(key);
    },
  };
}

function targetsOf(step: Step): Omit<Way, 'to'>[] {
  if (step.next !== undefined)
    return [{ when: undefined, target: step.next, transfers: undefined, hungUp: false }];
  return (step.branches ?? []).map(({ when, to, transfers, hungUp = false }) => ({
    when,
    target: to,
    transfers,
    hungUp,
  }));
}

function resolveTarget(
  target: string,
  script: string,
  own: ReadonlySet<string>,
  startKey: (script: string) => string | undefined,
): Way['to'] {
  if (target.startsWith('@')) return startKey(target.slice(1));
  if (own.has(target)) return `${script}/${target}`;
  return target === 'end' ? 'end' : undefined;
}
