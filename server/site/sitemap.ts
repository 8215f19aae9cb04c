import type { Content } from '#knowledge';

/** Pages of the public site that are not pages of the content. */
const lists = ['/', '/functions', '/contacts', '/glossary'];

/** The map of the public site, as sitemaps.org has it. */
export function sitemap(content: Content, address: string): string {
  const paths = [...lists, ...content.pages.map(({ url }) => url)];
  const urls = paths.map((path) => `  <url><loc>${escaped(new URL(path, address).href)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** What search engines may read: everything there is, but no answers of the API. */
export function robots(address?: string): string {
  const map = address === undefined ? '' : `\nSitemap: ${new URL('/sitemap.xml', address).href}\n`;
  return `User-agent: *\nDisallow: /api/\n${map}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
