import { Client } from './root-packages.ts';

/** What is asked of the process that makes the load: the same POST again and again, over as many connections. */
export interface LoadOrder {
  origin: string;
  path: string;
  body: string;
  connections: number;
  milliseconds: number;
  /** Of a right reply. */
  bytes: number;
}

/** What came of it. */
export interface LoadResult {
  requests: number;
  /** Replies that had another status than 200, another length than they should have, or did not come. */
  failures: number;
  seconds: number;
  /** Milliseconds of each request. */
  latencies: number[];
}

/*
 * One process makes all load, one order after another: it is warm for every gateway alike.
 * Each connection sends its next request when the reply to the last one is there.
 */
process.channel?.ref();
process.on('message', (order: LoadOrder) => void load(order).then((result) => process.send?.(result)));

async function load({ origin, path, body, connections, milliseconds, bytes: right }: LoadOrder): Promise<LoadResult> {
  const clients = Array.from({ length: connections }, () => new Client(origin, { pipelining: 1 }));
  const latencies: number[] = [];
  let failures = 0;
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const started = performance.now();
  const until = started + milliseconds;
  const one = (client: InstanceType<typeof Client>): Promise<void> =>
    new Promise((resolve) => {
      const asked = performance.now();
      let bytes = 0;
      let status = 0;
      const end = (good: boolean): void => {
        latencies.push(performance.now() - asked);
        if (!good) failures += 1;
        resolve();
      };
      client.dispatch(
        { method: 'POST', path, body, headers },
        {
          onRequestStart: () => {},
          onResponseStart: (_controller, statusCode) => {
            status = statusCode;
          },
          onResponseData: (_controller, chunk) => {
            bytes += chunk.length;
          },
          onResponseEnd: () => end(status === 200 && bytes === right),
          onResponseError: () => end(false),
        },
      );
    });
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) await one(client);
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  await Promise.all(clients.map((client) => client.close()));
  return { requests: latencies.length, failures, seconds, latencies };
}
