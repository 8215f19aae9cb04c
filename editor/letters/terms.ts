import type { LetterKind, TermName } from '#knowledge';

/** How the deadline of a kind of letter is found. */
interface LetterTerm {
  /** The term of the profile; when the profile leaves it out, the law's term for the letter counts, if there is one. */
  readonly term: TermName;
  /** The term counts only when the message is urgent; otherwise the law's term for the letter does (WR-4, KB-9). */
  readonly onlyUrgent?: true;
}

/** Which term a letter is due by. Kinds that are left out have no term in any of the orders: the law may set one. */
export const letterTerms: Readonly<Partial<Record<LetterKind, LetterTerm>>> = {
  'first-reply': { term: 'firstReply' },
  'abuse-notice': { term: 'abuseNotice' },
  'incomplete-documents': { term: 'incompleteDocuments' },
  'visit-confirmation': { term: 'visitNotice' },
  'social-reply': { term: 'socialRequest' },
  'final-reply': { term: 'urgentReply', onlyUrgent: true },
  refusal: { term: 'urgentReply', onlyUrgent: true },
  'interaction-history': { term: 'urgentReply', onlyUrgent: true },
};
