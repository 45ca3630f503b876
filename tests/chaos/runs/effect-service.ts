import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_MS = 40;

/** Counts effects by their keys. What comes as `keyed` twice is one effect; what comes as `outside` twice is two. */
export interface EffectService extends AsyncDisposable {
  url: string;
  /** How often each effect happened. */
  counts: ReadonlyMap<string, number>;
}

export async function startEffectService(fraction: () => number): Promise<EffectService> {
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    void (async () => {
      const [, kind = '', key = ''] = (request.url ?? '').split('/').map(decodeURIComponent);
      await pause(fraction() * LONGEST_MS);
      const known = counts.get(key) ?? 0;
      if (kind === 'outside' || (kind === 'keyed' && known === 0)) counts.set(key, known + 1);
      // Between the effect and the word of it there is a time to be killed in.
      await pause(fraction() * LONGEST_MS);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ done: counts.has(key) }));
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
