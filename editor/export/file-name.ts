/** What file systems refuse in a name, and what would hide in one. */
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
const longest = 100;

/** A file's name out of the title of a draft: «Первичный ответ · 102-41» is «Первичный ответ 102-41.docx». */
export function fileName(title: string, extension: string): string {
  const name = [
    ...title
      .replaceAll(unwanted, ' ')
      .replaceAll(/\s*·\s*|\s+/g, ' ')
      .trim(),
  ]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/, '');
  return `${name.replace(/^[. ]+/, '') || 'Письмо'}.${extension}`;
}

/** `Content-Disposition` for a name in any script: plain ASCII for old readers, the real name by RFC 5987 (RFC 6266). */
export function attachment(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
