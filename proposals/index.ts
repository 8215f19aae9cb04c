/** The door of `proposals/`: changes of pages that people propose in the browser. */
export { type CheckedPage, PageChecker, type Preview, type ProposalsChecker } from './check/check-page.ts';
export type { ProposalProblem } from './check/problem.ts';
export { ProposalError, type ProposalRefusal } from './error.ts';
export { openForge } from './forge/clients.ts';
export { ForgeConfigurationError, type ProposalEnvironment, readForge } from './forge/settings.ts';
export type { MadeProposal, NewProposal, OpenProposal, ProposalState } from './proposal.ts';
export { createProposals, type EditablePage, type ProposalSettings, type Proposals } from './proposals.ts';
