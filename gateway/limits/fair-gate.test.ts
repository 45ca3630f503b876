import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eventually } from '../../tests/testkit/eventually.ts';
import { createFairGate, type FairGate, type GateTenant } from './fair-gate.ts';

const tenant = (id: string, weight = 1): GateTenant => ({ id, weight });
/** By chance shorter or longer, as operations are. */
const operation = (ms: number) => (): Promise<void> => pause(ms * (0.5 + Math.random()));

/** So many clients of a tenant, each asking again as soon as it has an answer. @returns how many answers there were, and how long they took */
function clients(gate: FairGate, who: GateTenant, count: number, ms: number, signal: AbortSignal) {
  const waits: number[] = [];
  const each = async (): Promise<void> => {
    while (!signal.aborted) {
      const began = performance.now();
      await gate.run(who, operation(ms));
      if (!signal.aborted) waits.push(performance.now() - began);
    }
  };
  const done = Promise.all(Array.from({ length: count }, each));
  return { waits, done };
}

async function sharesOf(
  loads: readonly { who: GateTenant; clients: number; ms: number }[],
  options = { concurrency: 8 },
): Promise<number[]> {
  const gate = createFairGate(options);
  const stop = new AbortController();
  const all = loads.map(({ who, clients: count, ms }) => clients(gate, who, count, ms, stop.signal));
  await eventually('they are served', () => all.reduce((sum, { waits }) => sum + waits.length, 0) >= 800);
  stop.abort();
  const counts = all.map(({ waits }) => waits.length);
  await Promise.all(all.map(({ done }) => done));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** How far a share is from what it should be, as a part of that. */
const error = (share: number | undefined, due: number): number => Math.abs((share ?? 0) - due) / due;

test('a tenant that asks twenty times as much as another gets no more than it', async () => {
  const [greedy = 0, modest = 0] = await sharesOf([
    { who: tenant('greedy'), clients: 160, ms: 6 },
    { who: tenant('modest'), clients: 8, ms: 6 },
  ]);
  expect(Math.max(error(greedy, 0.5), error(modest, 0.5))).toBeLessThan(0.2);
});

test('tenants share by the weight of their plans', async () => {
  const shares = await sharesOf([
    { who: tenant('one'), clients: 40, ms: 6 },
    { who: tenant('two', 2), clients: 40, ms: 6 },
    { who: tenant('five', 5), clients: 40, ms: 6 },
  ]);
  for (const [index, weight] of [1, 2, 5].entries()) expect(error(shares[index], weight / 8)).toBeLessThan(0.2);
});

test('one whose operations take long holds no more of the server than one whose do not', async () => {
  const [long = 0, short = 0] = await sharesOf([
    { who: tenant('long'), clients: 100, ms: 40 },
    { who: tenant('short'), clients: 10, ms: 4 },
  ]);
  expect(short / long).toBeGreaterThan(5);
});

test('whoever asks little is served at once while another has flooded the gate', async () => {
  const gate = createFairGate({ concurrency: 4 });
  const stop = new AbortController();
  const flood = clients(gate, tenant('greedy'), 200, 5, stop.signal);
  const modest: number[] = [];
  for (let number = 0; number < 30; number++) {
    const ahead = gate.waiting;
    const began = flood.waits.length;
    await gate.run(tenant('modest'), operation(1));
    modest.push(flood.waits.length - began);
    expect(ahead).toBeGreaterThan(100);
  }
  stop.abort();
  await flood.done;
  // A place or two had to become free; not the two hundred that were there before.
  expect(Math.max(...modest)).toBeLessThan(20);
});

test('while there is room nobody waits, and what waits too much is refused', async () => {
  const gate = createFairGate({ concurrency: 2, waitingPerTenant: 1 });
  const held = Promise.withResolvers<number>();
  const running = [gate.run(tenant('a'), () => held.promise), gate.run(tenant('a'), () => held.promise)];
  expect(gate.waiting).toBe(0);
  const waiting = gate.run(tenant('a'), async () => 2);
  expect(gate.waiting).toBe(1);
  await expect(gate.run(tenant('a'), async () => 3)).rejects.toMatchObject({ code: 'TENANT_BUSY' });
  const other = gate.run(tenant('b'), async () => 4);
  held.resolve(1);
  expect(await Promise.all([...running, waiting, other])).toEqual([1, 1, 2, 4]);
  expect(gate.waiting).toBe(0);
});

test('what fails gives its place back, and what waited longer than its caller is not carried out', async () => {
  const gate = createFairGate({ concurrency: 1, patienceMs: -1 });
  await expect(gate.run(tenant('a'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const held = Promise.withResolvers<void>();
  const first = gate.run(tenant('a'), () => held.promise);
  let carriedOut = false;
  const late = gate.run(tenant('b'), async () => void (carriedOut = true));
  held.resolve();
  await first;
  await expect(late).rejects.toMatchObject({ code: 'TENANT_BUSY' });
  expect(carriedOut).toBe(false);
});

test('a tenant alone leaves places for whoever comes, however long its operations take', async () => {
  const gate = createFairGate({ concurrency: 4 });
  const held = Promise.withResolvers<void>();
  const far = Array.from({ length: 6 }, () => gate.run(tenant('far away'), () => held.promise));
  expect(gate.waiting).toBe(3);
  expect(await gate.run(tenant('near'), async () => 'at once')).toBe('at once');
  held.resolve();
  await Promise.all(far);
});
