import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFairGate } from '../gateway/limits/fair-gate.ts';
import { inTurnThrough } from '../gateway/limits/in-turn.ts';
import { PLANS } from '../subgraphs/kernel/limits/plans.ts';
import { serveEffects } from './support/effects-partner.ts';
import { eventually } from './testkit/eventually.ts';
import { startLiveSystem, type LiveSystem } from './testkit/live.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';

const opened = new AsyncDisposableStack();
let live: LiveSystem;
let gateway: TestGateway;
beforeAll(async () => {
  live = opened.use(await startLiveSystem());
  const partner = opened.use(await serveEffects(15));
  const inTurn = inTurnThrough(createFairGate({ concurrency: 6 }), () => PLANS.TEAM);
  gateway = opened.use(await startTestGateway(live.t, 'in process', {}, { partners: [partner], inTurn }));
});
afterAll(() => opened.disposeAsync());

/** Clients of one tenant that ask again as soon as they have an answer. @returns milliseconds that each answer took */
async function clients(count: number, signal: AbortSignal): Promise<{ took: number[]; done: Promise<unknown> }> {
  const token = await live.tokenOf(await live.t.newTenant());
  const took: number[] = [];
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: '{ struck(name: "x") }' });
  const each = async (): Promise<void> => {
    while (!signal.aborted) {
      const began = performance.now();
      const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
      expect(await response.json()).toMatchObject({ data: { struck: 0 } });
      if (!signal.aborted) took.push(performance.now() - began);
    }
  };
  return { took, done: Promise.all(Array.from({ length: count }, each)) };
}

test('two tenants, one of which asks twenty times as much, are answered equally often by a gateway that is full', async () => {
  const stop = new AbortController();
  const greedy = await clients(120, stop.signal);
  const modest = await clients(6, stop.signal);
  await eventually('both are answered', () => modest.took.length >= 20);
  const [from, of] = [greedy.took.length, modest.took.length];
  await eventually('they go on', () => greedy.took.length + modest.took.length - from - of >= 600);
  stop.abort();
  const [theirs, others] = [modest.took.length - of, greedy.took.length - from];
  await Promise.all([greedy.done, modest.done]);
  expect(theirs / others).toBeGreaterThan(0.8);
  expect(theirs / others).toBeLessThan(1.2);
});
