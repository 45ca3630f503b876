import type { DBOSConfig } from '@dbos-inc/dbos-sdk';
import type { Logger } from '../../telemetry/logger.ts';

/** DBOS' log lines among ours. What it finds worth telling is debugging to us: runs are told about elsewhere. */
export function dbosLogger(logger: Logger): NonNullable<DBOSConfig['logger']> {
  const log = logger.child({ part: 'dbos' });
  return {
    debug: (entry) => log.trace(String(entry)),
    info: (entry) => log.debug(String(entry)),
    warn: (entry) => log.warn(String(entry)),
    error: (entry, metadata) => log.error({ err: metadata?.error ?? entry }, 'the workflow engine failed at something'),
  };
}
