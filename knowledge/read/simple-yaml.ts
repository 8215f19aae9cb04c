import { CORE_SCHEMA, load } from 'js-yaml';

/** What two readers of YAML may understand in two ways, and pages need not: tags, anchors, merges, tabs, several documents. */
const risky = /[\t\r\u0085\u2028\u2029\ufeff]|<<|^(?:---|\.\.\.|%)|(?:^|[\s,:[{])[&*!?](?:\s|\S)/m;
/** Numbers written otherwise than `15`, `6.12`, and dates. */
const oddNumber =
  /(?<![^\s,:[{])(?!(?:(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?|\d{4}-\d\d-\d\d)(?:[\s,\]}]|$))(?:[-+]?\.?\d[\w.+-]*|[-+]?\.(?:inf|nan))(?=[\s,\]}]|$)/im;

/**
 * Reads YAML without the place of every value, in an eighth of the time.
 *
 * @returns the same data as `readYaml` gives; undefined when that one has to be asked, because something is wrong or out of the way
 */
export function simpleYaml(text: string): unknown {
  if (risky.test(text) || oddNumber.test(text)) return undefined;
  const atMargin = text.split('\n').filter((line) => /^[^\s#-]/.test(line));
  if (!atMargin.every((line) => /^[A-Za-z][\w-]*:(?: |$)/.test(line))) return undefined;
  try {
    const data = load(text, { schema: CORE_SCHEMA });
    // One of them lets a quotation go on at the margin, the other does not: then there are fewer fields than lines.
    const isMap = typeof data === 'object' && data !== null && !Array.isArray(data);
    return isMap && Object.keys(data).length === atMargin.length ? data : undefined;
  } catch {
    return undefined;
  }
}
