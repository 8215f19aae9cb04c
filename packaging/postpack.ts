// Run by npm in the folder of a package, after it was packed: the checkout is as it was.
import { restore } from './manifest.ts';

restore(process.cwd());
