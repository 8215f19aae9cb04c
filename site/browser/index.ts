import { enableThemeSwitch } from './theme.ts';

enableThemeSwitch();
