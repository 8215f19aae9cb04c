import { writeFileSync } from 'node:fs';
import { isAllowed, licencesPage, pageFile, shipped } from './list.ts';

// `npm run licences`: docs/licences.md anew; ends with 1 when something is under a licence that we do not ship.
const packages = shipped();
writeFileSync(pageFile, licencesPage(packages));
const foreign = packages.filter(({ licence }) => !isAllowed(licence));
for (const { name, version, licence } of foreign) console.error(`${name} ${version}: ${licence}`);
console.log(`${packages.length} packages, ${foreign.length} under a licence that is not on the list.`);
process.exitCode = foreign.length > 0 ? 1 : 0;
