/** The same collections: the folder that the public site is built from has public pages only. */
export { collections } from '../content.config.ts';
