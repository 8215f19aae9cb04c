/**
 * The layout of a letter by ГОСТ Р 7.0.97-2016, in millimetres and points; the clause beside each number. The file and the
 * print are both drawn by it (`print.css` repeats the numbers, and a test compares them).
 */
export const layout = {
  /** A4 (3.1). */
  page: { width: 210, height: 297 },
  /** At least 20, 10, 20, 20; 30 on the left for what is kept longer than ten years (3.2). */
  margins: { left: 30, right: 10, top: 20, bottom: 20 },
  /** Page numbers from the second page, in the middle of the upper margin, at least 10 from the edge (3.2). */
  pageNumberFromTop: 10,
  /** A free font of 12 to 14 points (3.3). */
  font: 'Times New Roman',
  fontSize: 13,
  smallSize: 10,
  /** First line of a paragraph, 12.5 mm (3.3). */
  indent: 12.5,
  /** 1 to 1.5 (3.3). */
  lineSpacing: 1.15,
  /** Between paragraphs: two points more than nothing keep them apart. */
  paragraphGap: 6,
  /** The text from margin to margin. */
  get textWidth() {
    return this.page.width - this.margins.left - this.margins.right;
  },
} as const;

/** Whether the first paragraph of a letter greets its reader: then it stands in the middle (16). */
export function isSalutation(text: string): boolean {
  return (
    text.length <= 120 &&
    /^(?:здравствуй|уважаем|глубокоуважаем|многоуважаем|дорог(?:ой|ая|ие)|добрый (?:день|вечер)|доброе утро)/iu.test(
      text.trim(),
    ) &&
    /[!,]$/u.test(text.trim())
  );
}
