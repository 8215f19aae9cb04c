/** The door of `editor/` for browsers. */
export { type DeskPage, mountDesk } from './browser/mount-desk.ts';
export { mountStart } from './browser/mount-start.ts';
