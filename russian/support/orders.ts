import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../shared/seeds/', import.meta.url);

/** The texts of the orders, where the project is checked out beside them; none elsewhere. */
export function readOrders(): string[] {
  if (!existsSync(fileURLToPath(folder))) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
}
