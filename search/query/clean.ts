/** Nobody types more; what is longer was pasted by accident or by a machine. */
const longestQuery = 400;

/** A query fit for analysis: composed letters, no control characters, no more than 400 units. */
export function cleanQuery(typed: string): string {
  return (
    typed
      .slice(0, longestQuery * 2)
      .toWellFormed()
      .normalize('NFC')
      // Control and format characters, of which a soft hyphen and the zero-width joiners stand inside words.
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, ' ')
      .slice(0, longestQuery)
      .toWellFormed()
  );
}
