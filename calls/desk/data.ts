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
import { deskHours, factValue, lineHours, officeHours, visitsOf } from './profile.ts';
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
export function deskData(
  content: Content,
  built: Date,
  alarms: Readonly<Record<string, string>> = {},
): DeskData {
  const { agency } = content;
  const graph = callGraph(content);
  const data = {
    agency: { name: agency.name.full, short: agency.name.short, timeZone: agency.timeZone },
    line: { phone: factValue(agency.line?.phone), hours: lineHours(agency) },
    office: officeHours(agency),
    rules: rulesOf(agency),
    scripts: graph.scripts.map((script) => scriptOf(script, graph, agency)),
    steps: [...graph.steps.values()].map(stepOf),
    units: content.units.map((unit) => unitOf(unit, agency)),
    bodies: content.pagesOf('contact').map(bodyOf),
    functions: content.pagesOf('function').map(functionOf),
    alarms,
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

function rulesOf(agency: Agency): DeskData['rules'] {
  const { calls, outboundCalls, internalClients, visits } = agency;
  return {
    maxTransfers: calls?.maxTransfers,
    callbackSteps: calls?.callbackSteps,
    outOfRemitContact: calls?.outOfRemitContact,
    actForCaller: calls?.actForCaller,
    missedCallCount: calls?.missedCallCount?.value === true ? calls.missedCallCount : undefined,
    closing: calls?.closingQuestions,
    speech: calls?.speech,
    outbound: outboundCalls,
    internal: internalClients && {
      clause: internalClients.answer.clause,
      otherWay: internalClients.otherWay.clause,
    },
    crisis: calls?.crisis,
    visits: visits && visitsOf(agency, visits),
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

function unitOf({ id, name, head, phone, hours, people, reserve }: Unit, agency: Agency): DeskUnit {
  const leader = 'value' in head ? { ...head, value: `${head.value.name}, ${head.value.post}` } : head;
  return {
    id,
    name,
    head: leader,
    phone,
    hours: hours ? deskHours(hours) : officeHours(agency),
    people,
    reserve,
  };
}

function bodyOf({ id, url, data }: Page<'contact'>): DeskBody {
  return { page: id, name: data.body, remit: data.remit, url, phone: data.phone, site: data.site };
}

function functionOf({ id, title, unit, url }: Page<'function'>): DeskFunction {
  return { id, title, unit, url };
}
