import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: everything the launcher installs, builds and runs lies under it. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Built JavaScript and client; never committed. */
export const DIST = join(ROOT, 'dist');
