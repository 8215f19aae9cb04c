import { expect, it } from 'vitest';
import {
  cases,
  Grammeme,
  genders,
  grammemesOfTag,
  hasGrammeme,
  numbers,
  partOfSpeechOfTag,
} from './grammemes.ts';

it('has one bit for each grammeme, and no sign', () => {
  const bits = Object.values(Grammeme);
  expect(new Set(bits).size).toBe(bits.length);
  for (const bit of bits) expect(bit > 0 && (bit & (bit - 1)) === 0).toBe(true);
});

it('reads tags of OpenCorpora', () => {
  expect(grammemesOfTag('NOUN,inan,masc sing,loc2')).toBe(
    Grammeme.inan | Grammeme.masc | Grammeme.sing | Grammeme.loct | Grammeme.second,
  );
  expect(grammemesOfTag('NOUN,anim,masc,Ms-f sing,nomn') & genders).toBe(Grammeme.masc | Grammeme.femn);
  expect(grammemesOfTag('VERB,impf,tran sing,3per,pres,indc') & (numbers | cases)).toBe(Grammeme.sing);
  expect(grammemesOfTag('NOUN,anim,femn,Sgtm,Surn sing,nomn') & Grammeme.name).toBe(Grammeme.name);
});

it('tells the part of speech and what has no bit', () => {
  expect(partOfSpeechOfTag('PRTS,perf,past,pssv masc,sing')).toBe('PRTS');
  expect(partOfSpeechOfTag('что-то')).toBe('UNKN');
  expect(hasGrammeme('NOUN,inan,femn,Arch sing,gent', 'Arch')).toBe(true);
  expect(hasGrammeme('NOUN,inan,femn sing,gent', 'Arch')).toBe(false);
});
