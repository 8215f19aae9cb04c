/** «20.11.2026» for «2026-11-20», as dates stand in the head of a letter; anything else stays as it was typed. */
export function displayDate(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.trim()) ?? [];
  return year === undefined ? value.trim() : `${day}.${month}.${year}`;
}
