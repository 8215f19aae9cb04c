import findMyWay from 'find-my-way';
import type { Permission } from '#identity';
import type { Cost } from './limits.ts';

/** What a person must be allowed to do to get the page or the file at a path. */
export interface PageRule {
  /** In the manner of find-my-way: `/drafts/:id`, `/rules/*`. */
  readonly path: string;
  readonly access: Permission;
  /** What it costs the server to give it; reading when nothing is said. */
  readonly cost?: Cost;
}

/**
 * Every page and file the server can give. What has no rule is given to nobody: a new page without one fails
 * `page-rules.test.ts`.
 */
export const pageRules: readonly PageRule[] = [
  // What the page of signing in is made of: code and fonts of the program, no word of an agency.
  { path: '/_astro/*', access: 'open' },
  { path: '/favicon.svg', access: 'open' },
  { path: '/theme.js', access: 'open' },

  { path: '/sign-in', access: 'open' },
  { path: '/sign-in/link', access: 'open' },
  { path: '/account', access: 'account.own' },
  { path: '/people', access: 'accounts.manage' },
  { path: '/people/:id', access: 'accounts.manage' },

  { path: '/', access: 'search.staff', cost: 'results' },
  { path: '/functions', access: 'knowledge.read' },
  { path: '/functions/*', access: 'knowledge.read' },
  { path: '/faq/*', access: 'knowledge.read' },
  { path: '/templates', access: 'knowledge.read' },
  { path: '/templates/*', access: 'knowledge.read' },
  { path: '/scripts', access: 'knowledge.read' },
  { path: '/scripts/*', access: 'knowledge.read' },
  { path: '/contacts', access: 'knowledge.read' },
  { path: '/contacts/*', access: 'knowledge.read' },
  { path: '/acts', access: 'knowledge.read' },
  { path: '/coverage', access: 'knowledge.read' },
  { path: '/glossary', access: 'knowledge.read' },
  { path: '/rules', access: 'knowledge.read' },
  { path: '/rules/*', access: 'knowledge.read' },

  { path: '/refresh', access: 'refresh.read' },
  { path: '/refresh/report', access: 'refresh.read' },

  { path: '/call', access: 'call.take' },
  { path: '/call/data.json', access: 'call.take' },
  { path: '/call-worker.js', access: 'call.take' },
  { path: '/call/training', access: 'call.report' },
  { path: '/call/report', access: 'call.report' },

  { path: '/drafts', access: 'letter.read' },
  { path: '/drafts/new', access: 'letter.write' },
  { path: '/drafts/:id', access: 'letter.read' },
  { path: '/drafts/:id/print', access: 'letter.export', cost: 'export' },

  { path: '/propose', access: 'proposal.read' },

  { path: '/audit', access: 'audit.read' },
];

/** Finds the rule of a path; undefined where there is none. */
export type PageRuleFinder = (path: string) => PageRule | undefined;

export function findPageRule(rules: readonly PageRule[] = pageRules): PageRuleFinder {
  const router = findMyWay({ ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 200 });
  for (const rule of rules) router.on('GET', rule.path, () => undefined, rule);
  return (path) => router.find('GET', path)?.store as PageRule | undefined;
}
