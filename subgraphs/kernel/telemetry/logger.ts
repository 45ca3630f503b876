import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** What every line written while a request or event is handled carries. */
export interface LogContext {
  requestId?: string;
  traceId?: string;
  tenantId?: string;
  /** Who does it; left out where the product acts by itself. */
  userId?: string;
  /** What proved who that is. */
  credential?: { kind: string; id: string };
}

/** Cut out wherever they stand up to two levels deep: what is logged is `{ headers }` or `{ variables: { input } }` at most. */
const SECRET_KEYS = [
  'password', 'oldPassword', 'newPassword', 'token', 'refreshToken', 'deviceProof', 'challenge', 'authorization', 'cookie', 'secret', 'clientSecret',
  'ownerKey',
]; // prettier-ignore

const context = new AsyncLocalStorage<LogContext>();

/** Runs `work` so that every log line inside it carries these ids. */
export function withLogContext<T>(ids: LogContext, work: () => T): T {
  const outer = context.getStore();
  // A subgraph of this process works for a request that has said all of it.
  if (outer !== undefined && holds(outer, ids)) return work();
  return context.run({ ...outer, ...ids }, work);
}

function holds(outer: LogContext, { requestId, traceId, tenantId, userId, credential }: LogContext): boolean {
  return (
    (requestId === undefined || requestId === outer.requestId) &&
    (traceId === undefined || traceId === outer.traceId) &&
    (tenantId === undefined || tenantId === outer.tenantId) &&
    (userId === undefined || userId === outer.userId) &&
    (credential === undefined || credential.id === outer.credential?.id)
  );
}

/** The ids of the request or event being handled. */
export function currentLogContext(): LogContext {
  return context.getStore() ?? {};
}

/** JSON lines with request, tenant and trace ids; secrets are cut out by key. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ ...context.getStore() }),
    redact: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
