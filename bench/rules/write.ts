/** Measures how often each rule finds something and writes it for the rules' pages: `npx node bench/rules/write.ts`. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { measure } from './measure.ts';
import { hasOrders } from './texts.ts';

const file = resolve(import.meta.dirname, '../../lint-rules/rules/measured.json');

if (!hasOrders) {
  console.error('The orders do not stand beside the checkout (../shared/seeds): nothing to measure.');
  process.exit(2);
}
writeFileSync(file, `${JSON.stringify(await measure(), undefined, 2)}\n`);
console.log(`Written: ${file}`);
