import { outsideUnitOfWork } from '../database/unit-guard.ts';
import type { System } from '../system.ts';
import { resealAll } from './reseal.ts';
import type { SealedColumn } from './sealed-column.ts';

/** Seals anew in the background what older keys sealed; does nothing where there are no older keys. */
export function startResealing({ database, secrets, logger }: System, columns: readonly SealedColumn[]): { stop(): Promise<void> } {
  const { vault } = secrets;
  const stopping = new AbortController();
  const work = async (): Promise<void> => {
    try {
      const { sealed, unreadable } = await resealAll({ database, vault, logger }, columns, stopping.signal);
      if (!stopping.signal.aborted && unreadable === 0)
        logger.info({ sealed }, 'everything is sealed with the current vault key; the old ones can go in a day');
    } catch (error) {
      if (!stopping.signal.aborted) logger.error({ err: error }, 'secrets could not be sealed anew; the next start goes on');
    }
  };
  const finished = vault.older.length === 0 || columns.length === 0 ? Promise.resolve() : outsideUnitOfWork(work);
  return {
    async stop() {
      stopping.abort();
      await finished;
    },
  };
}
