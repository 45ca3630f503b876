import { createRequire } from 'node:module';
import type { DBOS, DBOSClient } from '@dbos-inc/dbos-sdk';

/** What we use of it. */
interface Dbos {
  DBOS: typeof DBOS;
  DBOSClient: typeof DBOSClient;
}

const require = createRequire(import.meta.url);
const PACKAGE = '@dbos-inc/dbos-sdk';
const FILES = '/@dbos-inc/dbos-sdk/';

/**
 * DBOS keeps its state in its module: one launch a process. A copy of the module is a DBOS of its own, so that two systems in one process
 * (as tests run them) do not meet. A server loads it once.
 */
export function loadDbos(): Dbos {
  for (const file of Object.keys(require.cache)) if (file.replaceAll('\\', '/').includes(FILES)) delete require.cache[file];
  const loaded: Dbos = require(PACKAGE);
  return loaded;
}
