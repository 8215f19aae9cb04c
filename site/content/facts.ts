import { normalisePhone } from '#knowledge';
import { bindSpaces } from '../remark/spaces.ts';

const phone = /^\+?[78][\s\d()-]{9,}$/;

/** The link behind a value: `tel:`, `mailto:` or the address itself; undefined for other values. */
export function hrefOf(value: string): string | undefined {
  if (/^https?:\/\//.test(value)) return value;
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return `mailto:${value}`;
  return phone.test(value) ? `tel:${normalisePhone(value)}` : undefined;
}

/** A value as it is read: an address of the web without its protocol and the slash at the end. */
export function shownValue(value: string): string {
  return /^https?:\/\//.test(value) ? value.replace(/^https?:\/\//, '').replace(/\/$/, '') : value;
}

/** A reason as it stands after a colon: small first letter unless it begins an abbreviation, no full stop at the end. */
export function sentence(reason: string): string {
  const [first = '', second = ''] = reason;
  const start =
    second !== '' && second === second.toUpperCase() && /\p{L}/u.test(second) ? first : first.toLowerCase();
  return bindSpaces(`${start}${reason.slice(1).replace(/\.$/, '')}`);
}
