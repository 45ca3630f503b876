import type { EventTransport } from '../events/event-transport.ts';
import { TransportListeners } from '../events/transport-listeners.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { SharedRedis } from './redis.ts';
import { tailStream } from './stream-tail.ts';

/** Wake-ups that are kept, for those who were away for a moment; roughly, as Redis trims by whole nodes. */
const MAX_KEPT = 1_000;
/** What Redis says to an entry whose number it has passed. */
const ALREADY_THERE = 'equal or smaller than the target stream top item';

/** The stream of one log. Databases that share a Redis have one each: their numbers have nothing to do with each other. */
export const streamKeyOf = (log: string): string => `autonomos:events:{${log}}`;

/**
 * Over a Redis stream. An entry of it says how far the log has been numbered and for which tenants, and no more: what happened stays
 * under row-level security in the outbox, where every reader that is woken reads all after its own place in one query. So nothing that
 * Redis loses, refuses or repeats can lose, reorder or double an event; while it is away, readers look for themselves.
 * @param log names the database whose log it is, see `logIdentity`
 */
export function redisTransport(redis: SharedRedis, log: string, logger: Logger): EventTransport {
  const key = streamKeyOf(log);
  const listeners = new TransportListeners();
  const tail = tailStream(redis.dedicated('autonomos-events'), key, () => listeners.wake(), logger);

  return {
    async publish(entries) {
      const last = entries.at(-1);
      if (last === undefined) return;
      // Those of this process need not wait for the way there and back.
      listeners.wake();
      const tenants = [...new Set(entries.map(({ tenantId }) => tenantId))].join(',');
      try {
        await redis.run((client) => client.xadd(key, 'MAXLEN', '~', MAX_KEPT, `${last.sequence}-0`, 'tenants', tenants));
      } catch (error) {
        if (!(error instanceof Error && error.message.includes(ALREADY_THERE))) throw error;
      }
    },
    listen: listeners.listen,
    async close() {
      listeners.clear();
      await tail.stop();
    },
  };
}
