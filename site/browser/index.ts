import { enableActions } from './actions.ts';
import { markStaleChecks } from './freshness.ts';
import { enableSearch } from './search.ts';
import { enableThemeSwitch } from './theme.ts';

enableThemeSwitch();
enableActions();
markStaleChecks();
enableSearch();
