export * from './agency.ts';
export * from './common.ts';
export * from './ledger.ts';
export * from './letters.ts';
export * from './page.ts';
export * from './script.ts';
export * from './variable.ts';
export * from './vocabulary.ts';
