import { enableActions } from './actions.ts';
import { markStaleChecks } from './freshness.ts';
import { showPerson } from './person.ts';
import { showOwnRights } from './rights.ts';
import { enableSearch } from './search.ts';
import { clearAtDoor, clearAtSignOut } from './sign-out.ts';
import { enableTableScrolling } from './tables.ts';
import { enableThemeSwitch } from './theme.ts';

enableThemeSwitch();
showOwnRights();
enableActions();
markStaleChecks();
enableSearch();
enableTableScrolling();
clearAtSignOut();
clearAtDoor();
void showPerson();
