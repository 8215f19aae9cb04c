/** The door of `site/` for the server: what a page that is still being written looks like. The pages themselves are served as built. */
export { previewPage } from './preview/page.ts';
