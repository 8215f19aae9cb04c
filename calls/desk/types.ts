import type { CalendarYear, CallValue, Direction, Fact, Step } from '#knowledge';

/** A piece of what is said: text, a variable, or text that a flag switches on. */
export type Said =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'flag'; readonly name: string; readonly parts: readonly Said[] };

/** What stands in a step: a paragraph to say, or a note that only the operator reads. */
export interface Paragraph {
  readonly for: 'caller' | 'operator';
  readonly said: readonly Said[];
}

/** A way on, see `Way` of the graph: `to` is the key of a step, or `end`. */
export interface DeskWay {
  readonly when: string | undefined;
  readonly to: string;
  readonly transfers: 'left' | 'none' | undefined;
}

/** When somebody is there: the line, the office, a unit. */
export interface DeskHours {
  readonly from: string;
  readonly to: string;
  readonly lunch: { readonly from: string; readonly to: string } | undefined;
  /** By how much a day before a holiday is shorter. */
  readonly shorterByMinutes: number;
}

/** A step as the call screen shows it. */
export interface DeskStep {
  /** `script/step`. */
  readonly key: string;
  readonly script: string;
  readonly kind: Step['kind'];
  readonly title: string;
  readonly clause: string | undefined;
  readonly words: readonly Paragraph[];
  readonly ways: readonly DeskWay[];
}

/** What an operator fills in while talking. */
export interface DeskVariable {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly options: readonly string[] | undefined;
  /** What the call itself knows. */
  readonly call: CallValue | undefined;
  /** The value of the profile. */
  readonly value: string | undefined;
}

/** A script of the call screen. */
export interface DeskScript {
  readonly id: string;
  readonly title: string;
  readonly situation: string;
  readonly direction: Direction;
  readonly url: string;
  readonly start: string;
  readonly steps: readonly string[];
  readonly variables: readonly DeskVariable[];
  readonly exercises: readonly Exercise[];
}

/** A written talk to train on: what the caller says, and the answer of the step that fits (OT-5). */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ExerciseLine[];
}

/** One line of the caller in an exercise. */
export interface ExerciseLine {
  /** What the caller says. */
  readonly says: string;
  /** The step it is said at, by key, and the key of the step it leads to. */
  readonly at: string;
  readonly to: string;
}

/** A person of a unit who knows the answer (CL-6). */
export interface DeskPerson {
  readonly name: string;
  readonly post: string;
  readonly phone: Fact<string>;
  /** The functions they answer for; all of the unit when empty. */
  readonly functions: readonly string[];
}

/** Whom a call may go to: a unit of the agency, with its people, hours and reserve. */
export interface DeskUnit {
  readonly id: string;
  readonly name: string;
  readonly head: Fact<string>;
  readonly phone: Fact<string>;
  readonly hours: DeskHours | undefined;
  readonly people: readonly DeskPerson[];
  readonly reserve: string | undefined;
}

/** Another body, to be named to the caller (CL-11). */
export interface DeskBody {
  readonly page: string;
  readonly name: string;
  readonly remit: string;
  readonly url: string;
  readonly phone: Fact<string>;
  readonly site: Fact<string>;
}

/** A function, with the unit that answers for it. */
export interface DeskFunction {
  readonly id: string;
  readonly title: string;
  readonly unit: string | undefined;
  readonly url: string;
}

/** The rules of a call, each with its clause; what the profile leaves out is absent. */
export interface DeskRules {
  readonly maxTransfers: { readonly value: number; readonly clause: string } | undefined;
  readonly callbackSteps: { readonly value: number; readonly clause: string } | undefined;
  readonly outOfRemitContact:
    | { readonly value: 'must' | 'if-available'; readonly clause: string }
    | undefined;
  readonly actForCaller: { readonly clause: string } | undefined;
  readonly missedCallCount: { readonly clause: string } | undefined;
  readonly speech: { readonly clause: string } | undefined;
  readonly outbound: { readonly clause: string } | undefined;
  readonly internal: { readonly clause: string; readonly otherWay: string } | undefined;
  readonly crisis:
    | {
        readonly phrases: readonly { readonly text: string; readonly reasons: readonly string[] }[];
        readonly clause: string;
      }
    | undefined;
  readonly visits: DeskVisits | undefined;
  readonly closing:
    | {
        readonly questions: readonly { readonly text: string; readonly options: readonly string[] }[];
        readonly clause: string;
      }
    | undefined;
}

/** What an order asks of a booking; what it leaves out is absent. */
export interface DeskVisits {
  readonly place:
    | { readonly address: Fact<string>; readonly directions: Fact<string>; readonly clause: string }
    | undefined;
  /** The last day to tell the client of the visit, in days before it (PV-2). */
  readonly notice: { readonly days: number; readonly working: boolean; readonly clause: string } | undefined;
  readonly reminders: { readonly hoursBefore: readonly number[]; readonly clause: string } | undefined;
  /** The ways to cancel with what is said of each (PV-4). */
  readonly cancelling:
    | {
        readonly ways: readonly { readonly name: string; readonly value: string | undefined }[];
        readonly clause: string;
      }
    | undefined;
}

/** Everything the call screen needs but the search index: it is kept in the browser for the time without connection. */
export interface DeskData {
  /** Changes with the content. */
  readonly version: string;
  /** When it was written, ISO. */
  readonly built: string;
  readonly agency: { readonly name: string; readonly short: string; readonly timeZone: string };
  readonly line: {
    readonly phone: string | undefined;
    readonly hours: DeskHours;
  };
  /** When the office works; undefined while nobody has given it. */
  readonly office: DeskHours | undefined;
  readonly rules: DeskRules;
  readonly scripts: readonly DeskScript[];
  readonly steps: readonly DeskStep[];
  readonly units: readonly DeskUnit[];
  readonly bodies: readonly DeskBody[];
  readonly functions: readonly DeskFunction[];
  /** Acts that changed under a page or a script and that nobody has held it against yet, in words, by its id. */
  readonly alarms: Readonly<Record<string, string>>;
  readonly calendar: readonly Pick<CalendarYear, 'year' | 'daysOff' | 'workingWeekends' | 'shortDays'>[];
}
