import { readFolder } from '#knowledge';

/** The five agencies by the letters of the parameter table. M is the project's own content. */
export const folders = {
  M: 'content',
  T: 'examples/labour-novosibirsk/content',
  U: 'examples/ulyanovsk/content',
  P: 'examples/property-novosibirsk/content',
  D: 'examples/dagestan/content',
} as const;

export type Letter = keyof typeof folders;
export const letters = Object.keys(folders) as Letter[];

/** The orders in the shared folder, where there is one. */
export const orders: Readonly<Record<Letter, string>> = {
  M: '000_d3effbe21fa0d930.txt',
  T: '001_a1ad2156d98e78a5.txt',
  U: '002_24d2d0c21a48b05a.txt',
  P: '003_08e7557611a8166f.txt',
  D: '004_ad6db75eb63a9b02.txt',
};

const readings = new Map<Letter, ReturnType<typeof readFolder>>();

/** Reads the content of an agency, once for all tests of a file. */
export function reading(letter: Letter): ReturnType<typeof readFolder> {
  const read = readings.get(letter) ?? readFolder(folders[letter]);
  readings.set(letter, read);
  return read;
}

/** The profile of an agency. */
export async function profile(letter: Letter) {
  const { agency } = (await reading(letter)).content;
  if (!agency) throw new Error(`The profile of ${letter} could not be read.`);
  return agency;
}
