/** The door of `site/` for the server: what a page that is still being written looks like. The pages themselves are served as built. */

/** Where a browser may be led after signing in. */
export { safeNext } from './accounts/next.ts';
export { previewPage } from './preview/page.ts';
