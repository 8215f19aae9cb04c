import { enableActions } from './actions.ts';
import { markStaleChecks } from './freshness.ts';
import { enableSearch } from './search.ts';
import { enableTableScrolling } from './tables.ts';
import { enableThemeSwitch } from './theme.ts';

enableThemeSwitch();
enableActions();
markStaleChecks();
enableSearch();
enableTableScrolling();
