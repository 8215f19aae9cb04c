import type { Identity } from '#identity';
import type { Content, LetterKind, Page } from '#knowledge';
import { actorOf, type LetterRights, letterRights } from '../approval/rights.ts';
import type { DraftState } from '../approval/state.ts';
import { roomOf } from '../collaboration/protocol.ts';
import type { Signer } from '../storage/event.ts';
import type { DraftRecord } from '../storage/record.ts';
import {
  type DeadlineLine,
  deadlineLine,
  type Proposals,
  proposedDates,
  receivedLabel,
} from './deadline-line.ts';
import { profileSigners } from './requisite-fields.ts';
import type { VariableSet } from './values.ts';
import { variableSet } from './variable-set.ts';

/** A page of the knowledge base that the letter rests on. */
export interface DeskSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** Everything the drafting desk shows besides the text itself. */
export interface DeskView extends VariableSet {
  readonly id: string;
  readonly room: string;
  readonly title: string;
  readonly letter: LetterKind;
  readonly urgent: boolean;
  readonly received: string;
  readonly receivedLabel: string;
  /** The agency's full name: the head of the sheet. */
  readonly agency: string;
  readonly deadline: DeadlineLine | undefined;
  /** What the letter must have, each part with its clause. */
  readonly parts: readonly { readonly part: string; readonly clause: string }[];
  /** Names of the units, offered where a unit is asked for. */
  readonly units: readonly string[];
  readonly sources: readonly DeskSource[];
  /** Dates proposed for date variables, by name. */
  readonly proposals: Proposals;
  /** Where the letter is on its way to being sent. */
  readonly state: DraftState;
  /** What the person before the desk may do. */
  readonly rights: LetterRights;
  /** What the person's account calls him or her; empty without accounts. */
  readonly person: string;
  /** Id of that account; empty without accounts. */
  readonly account: string;
  /** Who of the profile may sign it. */
  readonly signers: readonly (Signer & { readonly id: string })[];
}

/** Puts the desk of a draft together out of the store and today's content. */
export function deskView(
  record: DraftRecord,
  letter: LetterKind,
  content: Content,
  identity: Identity,
): DeskView {
  const page = content.page(record.template);
  const template = page?.kind === 'template' ? page : undefined;
  return {
    ...variableSet(template, content.agency),
    id: record.id,
    room: roomOf(record.id, record.epoch),
    title: record.title,
    letter,
    urgent: record.urgent,
    received: record.received,
    receivedLabel: receivedLabel(letter),
    agency: capitalised(content.agency.name.full),
    deadline: deadlineLine({ letter, urgent: record.urgent, received: record.received }, content),
    parts: content.agency.letters[letter]?.parts ?? [],
    units: content.units.map(({ name }) => name),
    state: record.state,
    rights: letterRights(identity),
    person: actorOf(identity, '').name,
    account: identity.person?.name ? identity.person.id : '',
    signers: profileSigners(content.agency),
    proposals: template === undefined ? {} : proposedDates(template, record, content),
    sources:
      template === undefined
        ? []
        : sourcesOf(template, content).map(({ id, title, url }) => ({ id, title, url })),
  };
}

function sourcesOf(template: Page<'template'>, content: Content): Page[] {
  const owner = content.functionOf(template);
  return [...new Set([template, ...(owner ? [owner] : []), ...actsOf(template, content)])];
}

/** The acts that a template rests on. */
export function actsOf(template: Page<'template'>, content: Content): Page[] {
  return [...new Set(template.data.basis.flatMap(({ act }) => content.page(act) ?? []))];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
