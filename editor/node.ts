/** What `editor/` knows that needs neither drafts nor a server: commands open with it alone. */
export { type AgencyLanguage, agencyLanguage } from './lint/agency-language.ts';
export { type ComparedBlock, compareTexts } from './versions/compare.ts';
