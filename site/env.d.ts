/// <reference types="astro/client" />

// biome-ignore lint/style/noNamespace: Astro types its locals by this namespace and by no other way.
declare namespace App {
  interface Locals {
    /** Who asks for a page that is rendered on demand; absent while the site is built. */
    identity?: import('#identity').Identity;
    /** What the server hands to pages rendered on demand; absent while the site is built. */
    ponyatno?: {
      readonly content: import('#knowledge').Content;
      /** The log of who did what, the newest first. */
      readonly audit: {
        read(query: import('#identity').AuditQuery): Promise<import('#identity').AuditPage>;
        /** Somebody has been given a letter on a page that prints it. */
        printed(draft: string, by: Pick<Locals, 'identity' | 'address'>): void;
        /** Why nothing is written at the moment, in Russian; undefined when all is well. */
        trouble(): string | undefined;
      };
      /** Who works here; pages change accounts by its `management`. */
      readonly accounts: import('#identity').Accounts;
      /** Drafts of letters. */
      readonly drafts: import('#editor').Drafts;
      /** The counters of calls. */
      readonly calls: import('#calls').CallRecords;
      /** The month's check, `2026-11`; this month when left out. Rejects with a `RefreshError` when it cannot be known. */
      refreshStatus(month?: string): Promise<import('#refresh').RefreshStatus>;
      refreshReport(span: { from?: string; to?: string }): Promise<import('#refresh').RefreshReport>;
      /** The same search as `/api/search`, for pages that must work without script. */
      search(query: string, options: { limit: number }): Promise<import('#search').Answer>;
      /** What citizens said of the pages of the public site since a day, those that helped least first. */
      ratings(since: string): readonly import('#refresh').PageRating[];
      /** The questions that got no answer. */
      readonly gaps: {
        /** Takes a question down; gives it as it is kept. */
        note(kind: import('#search').GapKind, question: string): Promise<string | undefined>;
        /** Since a day, `2026-11-01`. */
        list(since?: string): readonly import('#search').Gap[];
      };
    };
    /** The address of the peer who asked for it. */
    address?: string;
    /** The content page that is being rendered: components of the content look up their context here. */
    page?: import('#knowledge').Page;
    /** How many terms this page has explained: their tooltips need ids of their own. */
    terms?: number;
  }
}
