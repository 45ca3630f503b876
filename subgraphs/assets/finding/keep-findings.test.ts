import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { DiscoveryFinding, Severity } from '../discovery/findings/finding.ts';
import { mergeFindings } from '../discovery/findings/merge-findings.ts';
import { type KeptFinding, triage, type TriageEvent } from '../discovery/findings/triage.ts';
import { assetsEntities } from '../entities.ts';
import { createAssets } from '../index.ts';
import { FindingService } from './finding.service.ts';
import { findingIdOf } from './found.ts';
import { keepFindings } from './keep-findings.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAssets, entities: assetsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-06-30T00:00:00Z');
const finding = (asset: string, severity: Severity): DiscoveryFinding => ({
  key: asset, asset, code: 'SHADOW_IT', about: null, severity, title: 'It is used', detail: 'By somebody.', evidence: [], remedy: 'Ask.',
}); // prettier-ignore

/** What is done to findings of three assets: a look, or a deed. */
const which = fc.nat({ max: 2 });
const look = fc.record({
  kind: fc.constant('LOOK' as const),
  found: fc.uniqueArray(fc.tuple(which, fc.constantFrom<Severity>('INFO', 'WARNING', 'CRITICAL')), { selector: ([at]) => at }),
  covered: fc.subarray([0, 1, 2]),
});
const deed = fc.record({
  kind: fc.constantFrom('ACCEPT' as const, 'RESOLVE' as const, 'REOPEN' as const),
  on: which,
  hours: fc.option(fc.integer({ min: 1, max: 6 })),
});

test('whatever looks find and people decide, findings stand as the model of their life says', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(look, deed), { maxLength: 12 }), async (steps) => {
      const viewer = await t.newTenant();
      const assets = Array.from({ length: 3 }, () => randomUUID()).toSorted();
      const assetOf = (at: number): string => assets[at] ?? '';
      let [kept, now]: [KeptFinding[], number] = [[], START];
      const service = new FindingService({ ...t.system, clock: () => new Date(now) });
      for (const step of steps) {
        now += HOUR_MS;
        if (step.kind === 'LOOK') {
          const covered = step.covered.map(assetOf);
          const found = step.found.map(([at, severity]) => finding(assetOf(at), severity)).filter(({ asset }) => covered.includes(asset));
          const rows = found.map(({ asset, code, severity, title, detail, remedy }) => ({
            assetId: asset,
            code,
            about: '',
            severity,
            title,
            detail,
            remedy,
            evidence: [],
          }));
          await t.system.database.unitOfWork(viewer.tenantId, (unit) => keepFindings(unit, covered, rows, new Date(now)));
          kept = mergeFindings(kept, found, { at: now, covers: (asset) => covered.includes(asset) });
        } else {
          const [asset, until] = [assetOf(step.on), step.hours === null ? null : now + step.hours * HOUR_MS];
          const id = findingIdOf(viewer.tenantId, asset, 'SHADOW_IT', '');
          const event: TriageEvent =
            step.kind === 'ACCEPT'
              ? { kind: 'ACCEPT', until, reason: 'a pilot', by: viewer.userId, at: now }
              : step.kind === 'RESOLVE'
                ? { kind: 'RESOLVE', by: viewer.userId, at: now }
                : { kind: 'REOPEN' };
          const decided = await decide(service, viewer, id, event);
          const after = kept.map((each) => (each.asset === asset ? triage(each, event) : each));
          expect(decided).toBe(kept.some((each) => each.asset === asset) && after.every((each) => typeof each !== 'string'));
          if (decided) kept = after.filter((each) => typeof each !== 'string');
        }
        const rows = await service.load(
          viewer,
          kept.map(({ asset }) => findingIdOf(viewer.tenantId, asset, 'SHADOW_IT', '')),
        );
        expect(rows.map((row) => [row?.assetId, row?.status, (row?.timesOpened ?? 0) - 1, row?.severity])).toEqual(
          kept.map(({ asset, triage: { state }, reopened, severity }) => [asset, state, reopened, severity]),
        );
      }
    }),
    { numRuns: 25 },
  );
});

async function decide(
  service: FindingService,
  viewer: Parameters<FindingService['resolve']>[0],
  id: string,
  event: TriageEvent,
): Promise<boolean> {
  const deeds = {
    ACCEPT: () => service.accept(viewer, id, event.kind === 'ACCEPT' && event.until !== null ? new Date(event.until) : null, 'a pilot'),
    RESOLVE: () => service.resolve(viewer, id, null),
    REOPEN: () => service.reopen(viewer, id, null),
    ASSIGN: () => service.assign(viewer, id, null),
  };
  return deeds[event.kind]().then(
    () => true,
    () => false,
  );
}
