import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ask, decide, startTestAgents, waiting, type TestAgents } from '../agents-graph.testkit.ts';
import { eventsOf, newStory, tell } from '../agents.testkit.ts';
import { spanOf, VitalsWindow } from './window.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

const FIGURES = 'started succeeded failed cancelled working waiting steps stepsFailed medianSeconds p95Seconds';
interface Figures {
  started: number;
  succeeded: number;
  failed: number;
  waiting: number;
  steps: number;
  stepsFailed: number;
  medianSeconds: number | null;
}
interface Vitals {
  runs: Figures;
  waitingApprovals: number;
  agents: { agent: { pilot: string }; runs: Figures }[];
  series: { at: string; started: number; succeeded: number; failed: number }[];
}
const vitalsOf = async (viewer: UserViewer, window = 'HOUR'): Promise<Vitals> =>
  (
    await ask<{ agentVitals: Vitals }>(
      t,
      viewer,
      `query ($window: VitalsWindow!) { agentVitals(window: $window) { at since waitingApprovals runs { ${FIGURES} }
        agents { agent { id pilot } runs { ${FIGURES} } } series { at started succeeded failed medianSeconds } } }`,
      { window },
    )
  ).agentVitals;

test('what runs did is counted over all, for the agent whose they are and in the part of time in which it happened', async () => {
  const viewer = await t.newTenant();
  expect(await vitalsOf(viewer)).toMatchObject({ runs: { started: 0, medianSeconds: null }, waitingApprovals: 0 });
  const failing = eventsOf(newStory());
  await tell(t, viewer, failing.started, failing.failed);
  const { approval, events } = await waiting(t, viewer);
  const before = await vitalsOf(viewer);
  expect(before).toMatchObject({ runs: { started: 2, failed: 1, waiting: 1, stepsFailed: 1 }, waitingApprovals: 1 });
  await decide(t, viewer, approval?.id, 'APPROVE');
  await tell(t, viewer, events.published, events.unified, events.measured);
  for (const window of Object.values(VitalsWindow)) {
    const { runs, waitingApprovals, agents, series } = await vitalsOf(viewer, window);
    expect(runs).toMatchObject({ started: 2, succeeded: 1, failed: 1, waiting: 0 });
    expect(runs.steps).toBeGreaterThan(before.runs.steps);
    expect(runs.medianSeconds).not.toBeNull();
    expect(waitingApprovals).toBe(0);
    expect(agents.map(({ agent, runs: mine }) => [agent.pilot, mine.started])).toEqual([
      ['FINOPS', 0],
      ['REVOPS', 0],
      ['DATAOPS', 2],
      ['SECOPS', 0],
    ]);
    const sum = (of: 'started' | 'succeeded' | 'failed') => series.reduce((all, point) => all + point[of], 0);
    expect([sum('started'), sum('succeeded'), sum('failed')]).toEqual([2, 1, 1]);
  }
});

test('a stranger’s runs count for nobody else', async () => {
  const [viewer, stranger] = [await t.newTenant(), await t.newTenant()];
  const events = eventsOf(newStory());
  await tell(t, stranger, events.started, events.failed);
  expect((await vitalsOf(viewer, 'WEEK')).runs).toMatchObject({ started: 0, failed: 0, steps: 0, stepsFailed: 0 });
});

test('the parts of a window lie side by side and now is in the last one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(VitalsWindow)), fc.date({ noInvalidDate: true, min: new Date(0) }), (window, now) => {
      const { since, partMs, parts } = spanOf(window, now);
      expect(parts[0]).toEqual(since);
      for (const [index, part] of parts.entries()) expect(part.getTime()).toBe(since.getTime() + index * partMs);
      const last = parts.at(-1)?.getTime() ?? 0;
      expect(now.getTime()).toBeGreaterThanOrEqual(last);
      expect(now.getTime()).toBeLessThan(last + partMs);
    }),
  );
});
