import { z } from 'zod';
import { ConfigurationError } from '../configuration.ts';

const addressSchema = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { pathname, search, hash, username, password } = new URL(text);
  return pathname === '/' && search === '' && hash === '' && username === '' && password === '';
});

/**
 * PONYATNO_URL: the address by which browsers reach us, without a path: `https://faq.example.ru`.
 *
 * @throws ConfigurationError
 */
export function readAddress(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (!env.PONYATNO_URL) return undefined;
  const read = addressSchema.safeParse(env.PONYATNO_URL);
  if (read.success) return new URL(read.data).origin;
  throw new ConfigurationError([
    `PONYATNO_URL=${env.PONYATNO_URL}: нужен адрес сайта без пути, например https://faq.example.ru. Исправьте переменную или уберите её.`,
  ]);
}
