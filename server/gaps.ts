import { openDictionary } from '@ponyatno/russian/node';
import type { Content } from '#knowledge';
import { type Answer, type Gap, type GapKind, GapLog } from '#search';

/** The questions that got no answer (RF-3). */
export interface Gaps {
  /**
   * Takes a question down with the function of the nearest page. A question «nothing was found for» is asked again first: only the
   * server's own search decides that.
   *
   * @returns the question as it is kept; undefined when there was nothing to keep
   */
  note(kind: GapKind, question: string): Promise<string | undefined>;
  /** The questions of the days since. */
  list(since?: string): readonly Gap[];
  close(): void;
}

/** The log cannot be written: the question is not kept. */
export class GapsUnavailable extends Error {
  override name = 'GapsUnavailable';
}

/** Opens the log. Search must not go down with it: a log that does not open refuses questions and says why once. */
export function openGaps(
  content: Content,
  dataFolder: string,
  ask: (question: string) => Promise<Answer>,
  say: (line: string) => void,
): Gaps {
  let dictionary: ReturnType<typeof openDictionary> | undefined;
  const log = openLog(() => {
    dictionary ??= openDictionary();
    return dictionary;
  });

  function openLog(words: () => ReturnType<typeof openDictionary>): GapLog | undefined {
    try {
      return new GapLog(dataFolder, words);
    } catch (error) {
      say(`Вопросы без ответа не записываются: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  return {
    async note(kind, question) {
      const { hits } = await ask(question);
      if (kind === 'zero' && hits.length > 0) return undefined;
      if (log === undefined) throw new GapsUnavailable('The log is not open.');
      try {
        return log.add(kind, question, hits[0]?.function ?? '', dayIn(content.agency.timeZone, new Date()));
      } catch (error) {
        throw new GapsUnavailable('The log was not written.', { cause: error });
      }
    },
    list: (since) => log?.list(since) ?? [],
    close: () => log?.close(),
  };
}

/** The day of a moment by the agency's clock, `2026-11-25`. */
export function dayIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment);
}
