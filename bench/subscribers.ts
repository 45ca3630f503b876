import { setTimeout as wait } from 'node:timers/promises';
import { logIn } from '../cli/server/connect.ts';
import { newDataFolder, startProduct, type Product } from '../tests/journeys/support/product.ts';
import type { Bench, Given } from './bench.ts';
import { Publisher } from './subscribers/publisher.ts';
import { stall } from './subscribers/stalled.ts';
import { Swarm } from './subscribers/swarm.ts';

const MAX_SOCKETS = 10_000;
const RECONNECT_MS = 10_000;
/** How long the last events may take to arrive. */
const SETTLING_MS = 15_000;
const CHECK_MS = 200;
const WARM_EVENTS = 200;

/** Subscribers of the product's feed, on one process of it; they and what makes the events are here, in another. */
export const subscribers: Bench = {
  summary: 'many subscribers of one feed: what is lost or doubled, how long events take, who comes back, who stops reading',
  options: {
    sockets: { kind: 'NUMBER', fallback: 1_000, minimum: 1, about: 'subscribers, each on a socket of its own' },
    rate: { kind: 'NUMBER', fallback: 10, minimum: 1, about: 'events a second' },
    seconds: { kind: 'NUMBER', fallback: 60, minimum: 1, about: 'for so long' },
    reconnects: { kind: 'NUMBER', fallback: 200, minimum: 0, about: 'subscribers that are cut off and come back' },
    stalled: { kind: 'NUMBER', fallback: 50, minimum: 0, about: 'subscribers that stop reading' },
    database: { kind: 'TEXT', fallback: 'embedded', about: '`embedded`, or the URL of a PostgreSQL' },
  },
  async run(given) {
    const { dataFolder, discard } = newDataFolder();
    Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' });
    try {
      await using product = await startProduct(dataFolder, '--database', given.text('database') ?? 'embedded');
      return await measure(product, dataFolder, given);
    } finally {
      discard();
    }
  },
};

async function measure(product: Product, dataFolder: string, given: Given): Promise<Record<string, number>> {
  const [sockets, rate, seconds] = [given.number('sockets'), given.number('rate'), given.number('seconds')];
  const reconnects = Math.min(given.number('reconnects'), sockets);
  if (sockets > MAX_SOCKETS) throw new Error(`--sockets is at most ${MAX_SOCKETS}`);
  const client = await logIn(product, dataFolder);
  const at = { url: product.url, token: client.token ?? '', pid: product.pid };
  const publisher = new Publisher(client);
  const many = rate * seconds;
  const during = Math.ceil((rate * RECONNECT_MS) / 1_000);
  const swarm = new Swarm(at, sockets, WARM_EVENTS + many + during);

  given.say(`${product.url}: ${sockets} sockets are opened`);
  await swarm.open();
  let warm = 0;
  do await publisher.publish(warm++);
  while (!(await within(swarm, warm - 1, 1_000)) && warm < WARM_EVENTS);

  given.say(`${rate} events a second for ${seconds} s`);
  swarm.time(true);
  await publisher.atRate(WARM_EVENTS, many, rate);
  await within(swarm, WARM_EVENTS + many - 1, SETTLING_MS);
  swarm.time(false);
  const saves = publisher.durations.slice(-many).toSorted((one, other) => one - other);
  given.say(`saves themselves took ${Math.round(saves[saves.length >> 1] ?? 0)} ms, at most ${Math.round(saves.at(-1) ?? 0)} ms`);
  const latencies = swarm.latencies.toSorted((one, other) => one - other);

  const again = WARM_EVENTS + many;
  given.say(`${reconnects} are cut off and come back`);
  await Promise.all([publisher.atRate(again, during, rate), swarm.cutOff(reconnects, RECONNECT_MS / 2)]);
  await within(swarm, again + during - 1, SETTLING_MS);
  const { lost, doubled } = swarm.delivered(WARM_EVENTS, again + during);
  const missedAfterResume = swarm.delivered(again, again + during, reconnects).lost;
  swarm.close();

  const stalling = given.number('stalled');
  const stalled = stalling === 0 ? {} : await stall(at, publisher, { first: again + during, many: stalling, say: given.say });
  const quantile = (share: number): number =>
    Math.round((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0) * 10) / 10;
  return {
    sockets,
    eventsPerSecond: rate,
    lost,
    doubled,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    reconnects,
    missedAfterResume,
    ...stalled,
  };
}

/** Whether everybody was told of the event within this time. */
async function within(swarm: Swarm, number: number, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (!swarm.allHave(number)) {
    if (performance.now() > until) return false;
    await wait(CHECK_MS);
  }
  return true;
}
