import { isAllowedLink } from '../../schema/extensions.ts';

/**
 * The address that a person means: «example.ru» is a site, «a@example.ru» a mailbox, «8 (383) 238-73-20» a phone.
 * Undefined when it cannot stand in a letter.
 */
export function linkAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (/^\+?[\d\s()\u00a0-]{5,}$/.test(text)) return `tel:${text.replaceAll(/[^\d+]/g, '')}`;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  // A colon before digits is a port: «example.ru:8080» has no protocol yet.
  const address = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  if (!isAllowedLink(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  const needsHost = protocol === 'http:' || protocol === 'https:';
  return needsHost && !/[^.]\.[^.]/.test(hostname) ? undefined : address;
}
