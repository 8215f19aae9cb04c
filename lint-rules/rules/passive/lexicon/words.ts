/** The words of a table, which is written as running text. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);
