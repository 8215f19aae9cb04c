/** Millimetres in twips, the twentieths of a point that Word measures by. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}
