import { createHash } from 'node:crypto';
import {
  type Agency,
  type Content,
  type Page,
  resolveProfilePath,
  type Unit,
  type Variable,
} from '#knowledge';
import { type CallGraph, type CallStep, callGraph } from '../graph.ts';
import type {
  DeskBody,
  DeskData,
  DeskFunction,
  DeskScript,
  DeskStep,
  DeskUnit,
  DeskVariable,
  Exercise,
} from './types.ts';
import { wordsOf } from './words.ts';

/** Gathers what the call screen keeps in the browser: scripts, whom to transfer to, other bodies, the rules, the calendar. */
export function deskData(content: Content, built: Date): DeskData {
  const { agency } = content;
  const graph = callGraph(content);
  const data = {
    agency: { name: agency.name.full, short: agency.name.short, timeZone: agency.timeZone },
    line: { phone: factValue(agency.line?.phone), hours: hoursOf(agency) },
    rules: rulesOf(agency),
    scripts: graph.scripts.map((script) => scriptOf(script, graph, agency)),
    steps: [...graph.steps.values()].map(stepOf),
    units: content.units.map(unitOf),
    bodies: content.pagesOf('contact').map(bodyOf),
    functions: content.pagesOf('function').map(functionOf),
    calendar: [...content.calendar.years.values()].map(({ year, daysOff, workingWeekends, shortDays }) => ({
      year,
      daysOff,
      workingWeekends,
      shortDays,
    })),
  };
  const version = createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);
  return { version, built: built.toISOString(), ...data };
}

function hoursOf({ line, officeHours }: Agency): { from: string; to: string } {
  const hours = line?.hours ?? ('value' in officeHours ? officeHours.value : undefined);
  return hours?.weekdays ?? { from: '09:00', to: '18:00' };
}

function rulesOf({ calls }: Agency): DeskData['rules'] {
  return {
    maxTransfers: calls?.maxTransfers,
    callbackSteps: calls?.callbackSteps,
    outOfRemitContact: calls?.outOfRemitContact,
    actForCaller: calls?.actForCaller,
    missedCallCount: calls?.missedCallCount?.value === true ? calls.missedCallCount : undefined,
    closing: calls?.closingQuestions,
  };
}

function scriptOf(script: Page<'script'>, graph: CallGraph, agency: Agency): DeskScript {
  const { situation, direction, steps, variables } = script.data;
  return {
    id: script.id,
    title: script.title,
    situation,
    direction,
    url: script.url,
    start: graph.start(script.id)?.key ?? '',
    steps: steps.map(({ id }) => `${script.id}/${id}`),
    variables: variables.map((variable) => variableOf(variable, agency)),
    exercises: exercisesOf(script, graph),
  };
}

function variableOf(
  { name, type, label, hint, options, call, from }: Variable,
  agency: Agency,
): DeskVariable {
  const value = from === undefined ? undefined : factValue(resolveProfilePath(agency, from));
  return { name, type, label, hint, options, call, value };
}

function exercisesOf(script: Page<'script'>, graph: CallGraph): Exercise[] {
  return script.data.exercises.map(({ id, title, lines }) => ({
    id: `${script.id}/${id}`,
    title,
    lines: lines.flatMap(({ says, at, when }) => {
      const step = graph.steps.get(at.includes('/') ? at : `${script.id}/${at}`);
      const way = step?.ways.find(
        (one) => one.when === when || (when === undefined && one.when === undefined),
      );
      return step === undefined || way?.to === undefined ? [] : [{ says, at: step.key, to: way.to }];
    }),
  }));
}

function stepOf(call: CallStep): DeskStep {
  const { key, script, step, ways } = call;
  return {
    key,
    script: script.id,
    kind: step.kind,
    title: step.title,
    clause: step.clause,
    words: wordsOf(call),
    ways: ways.flatMap(({ when, to, transfers }) => (to === undefined ? [] : [{ when, to, transfers }])),
  };
}

function unitOf({ id, name, head, phone, reserve }: Unit): DeskUnit {
  const leader = 'value' in head ? { ...head, value: `${head.value.name}, ${head.value.post}` } : head;
  return { id, name, head: leader, phone, reserve };
}

function bodyOf({ id, url, data }: Page<'contact'>): DeskBody {
  return { page: id, name: data.body, remit: data.remit, url, phone: data.phone, site: data.site };
}

function functionOf({ id, title, unit, url }: Page<'function'>): DeskFunction {
  return { id, title, unit, url };
}

function factValue(fact: { value: string } | { missing: string } | undefined): string | undefined {
  return fact && 'value' in fact ? fact.value : undefined;
}
