import { configureGlobal, readConfigureGlobal } from 'fast-check';

// The same examples on every machine, so that a red test is the change's fault and not the dice's. `npm run test:dice` throws
// them anew: what it finds goes into the test as an example.
if (process.env.PONYATNO_DICE === undefined) configureGlobal({ ...readConfigureGlobal(), seed: 77 });
