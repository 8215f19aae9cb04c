/** «20.11.2026» for «2026-11-20», as dates stand in the head of a letter; anything else stays as it was typed. */
export function displayDate(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.trim()) ?? [];
  return year === undefined ? value.trim() : `${day}.${month}.${year}`;
}

/** Whether «2026-11-20T10:00» is a moment of the calendar: there is no 30 February. */
export function isMoment(text: string): boolean {
  const moment = new Date(`${text}:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
