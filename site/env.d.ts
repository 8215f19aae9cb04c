/// <reference types="astro/client" />

// biome-ignore lint/style/noNamespace: Astro types its locals by this namespace and by no other way.
declare namespace App {
  interface Locals {
    /** What the server hands to pages rendered on demand; absent while the site is built. */
    ponyatno?: {
      readonly content: import('#knowledge').Content;
    };
    /** The content page that is being rendered: components of the content look up their context here. */
    page?: import('#knowledge').Page;
    /** How many terms this page has explained: their tooltips need ids of their own. */
    terms?: number;
  }
}
