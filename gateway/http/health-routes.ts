import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { Drain } from './drain.ts';
import { sendJson } from './reply.ts';
import type { Route } from './routes.ts';

/** One thing that must work before requests are welcome: resolves when it does, rejects with why not. */
export interface ReadinessCheck {
  name: string;
  check: () => Promise<void>;
  /** The server goes on without it, more slowly or with less to tell: it is degraded then, and requests are still welcome. */
  optional?: true;
}

interface Readiness {
  ready: boolean;
  body: { status: string; checks: Record<string, string> };
}

const CHECK_TIMEOUT_MS = 2_000;
/** How long what was found is told again: whoever asks a thousand times a second asks us, not what we stand on. */
const KEPT_MS = 500;

/** /health/live: the process runs. /health/ready: everything it needs answers, and it is not about to go. /metrics and /health/metrics: Prometheus. */
export function healthRoutes(checks: readonly ReadinessCheck[], metrics: Metrics, drain = new Drain()): Route[] {
  const readiness = kept(() => look(checks));
  const metricsRoute = (path: string): Route => ({
    method: 'GET',
    path,
    async handle(_request, response) {
      const text = await metrics.registry.metrics();
      response.writeHead(200, { 'content-type': metrics.registry.contentType });
      response.end(text);
    },
  });
  return [
    { method: 'GET', path: '/health/live', handle: async (_request, response) => sendJson(response, 200, { status: 'live' }) },
    {
      method: 'GET',
      path: '/health/ready',
      async handle(_request, response) {
        const { ready, body } = await readiness();
        if (drain.begun) sendJson(response, 503, { ...body, status: 'stopping' });
        else sendJson(response, ready ? 200 : 503, body);
      },
    },
    metricsRoute('/metrics'),
    metricsRoute('/health/metrics'),
  ];
}

async function look(checks: readonly ReadinessCheck[]): Promise<Readiness> {
  const results = await Promise.all(checks.map(async ({ name, check }) => [name, await outcomeOf(check)] as const));
  const failed = checks.filter((_, index) => results[index]?.[1] !== 'ok');
  const ready = failed.every(({ optional }) => optional === true);
  const status = failed.length === 0 ? 'ready' : ready ? 'degraded' : 'not ready';
  return { ready, body: { status, checks: Object.fromEntries(results) } };
}

/** Everybody who asks at the same time, or shortly after, is told the same. */
function kept<T>(find: () => Promise<T>): () => Promise<T> {
  let found: { at: number; value: Promise<T> } | null = null;
  return () => {
    const now = performance.now();
    if (found === null || now - found.at > KEPT_MS) {
      const value = find();
      found = { at: Number.POSITIVE_INFINITY, value };
      const mine = found;
      void value.finally(() => (mine.at = performance.now()));
    }
    return found.value;
  };
}

async function outcomeOf(check: () => Promise<void>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, CHECK_TIMEOUT_MS, `no answer within ${CHECK_TIMEOUT_MS} ms`);
  });
  const outcome = check().then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return Promise.race([outcome, timeout]).finally(() => clearTimeout(timer));
}
