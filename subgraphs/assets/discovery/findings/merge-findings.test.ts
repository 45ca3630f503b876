import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiscoveryFinding, findingKey, type Severity } from './finding.ts';
import { mergeFindings } from './merge-findings.ts';
import { type KeptFinding, triage, type TriageEvent } from './triage.ts';

const finding = (asset: string, severity: Severity = 'WARNING'): DiscoveryFinding => ({
  key: findingKey(asset, 'SHADOW_IT', null), asset, code: 'SHADOW_IT', about: null, severity, title: 'It is used', detail: 'By somebody.', evidence: [], remedy: 'Ask.',
}); // prettier-ignore
const all = (at: number) => ({ at, covers: () => true });
const states = (kept: readonly KeptFinding[]) => kept.map(({ asset, triage: { state }, reopened }) => [asset, state, reopened]);
const after = (kept: readonly KeptFinding[], event: TriageEvent): KeptFinding[] =>
  kept.map((each) => {
    const next = triage(each, event);
    return typeof next === 'string' ? each : next;
  });

describe('a finding', () => {
  const open = mergeFindings([], [finding('a')], all(10));

  test('is open when it is first seen, and stays one however often it is seen', () => {
    const again = mergeFindings(open, [finding('a'), finding('a')], all(20));
    expect(again).toEqual([{ ...finding('a'), assignee: null, triage: { state: 'OPEN' }, firstSeenAt: 10, lastSeenAt: 20, reopened: 0 }]);
  });

  test('is resolved when it is gone, and keeps whom it is assigned to', () => {
    const assigned = after(open, { kind: 'ASSIGN', to: 'ada' });
    expect(mergeFindings(assigned, [], all(20))[0]).toMatchObject({ assignee: 'ada', triage: { state: 'RESOLVED', by: null, at: 20 } });
  });

  test('is open again when what was resolved comes back, or is still there, whoever resolved it', () => {
    const gone = mergeFindings(open, [], all(20));
    expect(states(mergeFindings(gone, [finding('a')], all(30)))).toEqual([['a', 'OPEN', 1]]);
    const resolved = after(open, { kind: 'RESOLVE', by: 'ada', at: 15 });
    expect(states(mergeFindings(resolved, [], all(20)))).toEqual([['a', 'RESOLVED', 0]]);
    expect(states(mergeFindings(resolved, [finding('a')], all(12)))).toEqual([['a', 'OPEN', 1]]);
  });

  test('stays accepted until the moment that was said, or for good, and as long as it is not graver', () => {
    const accepted = (until: number | null) => after(open, { kind: 'ACCEPT', until, reason: 'a pilot', by: 'ada', at: 11 });
    expect(states(mergeFindings(accepted(100), [finding('a')], all(99)))).toEqual([['a', 'ACCEPTED', 0]]);
    expect(states(mergeFindings(accepted(100), [finding('a')], all(100)))).toEqual([['a', 'OPEN', 1]]);
    expect(states(mergeFindings(accepted(null), [finding('a', 'INFO')], all(9_999)))).toEqual([['a', 'ACCEPTED', 0]]);
    expect(states(mergeFindings(accepted(null), [finding('a', 'CRITICAL')], all(50)))).toEqual([['a', 'OPEN', 1]]);
  });

  test('is not touched by a look that did not see its asset, or that is older', () => {
    expect(mergeFindings(open, [], { at: 20, covers: (asset) => asset !== 'a' })).toEqual(open);
    expect(mergeFindings(open, [], all(5))).toEqual(open);
    expect(mergeFindings(open, [finding('a', 'CRITICAL')], all(5))).toEqual(open);
  });

  test('refuses what does not fit', () => {
    const [known] = open;
    const [resolved] = after(open, { kind: 'RESOLVE', by: 'ada', at: 15 });
    if (known === undefined || resolved === undefined) throw new Error('There is one');
    expect(triage(known, { kind: 'ACCEPT', until: 11, reason: '', by: 'ada', at: 11 })).toBe('ACCEPTED_IN_PAST');
    expect(triage(known, { kind: 'REOPEN' })).toBe('ALREADY_OPEN');
    expect(triage(resolved, { kind: 'RESOLVE', by: 'ada', at: 16 })).toBe('ALREADY_RESOLVED');
    expect(triage(resolved, { kind: 'REOPEN' })).toMatchObject({ triage: { state: 'OPEN' }, reopened: 1 });
  });
});

describe('whatever scans find and people do', () => {
  const assets = fc.subarray(['a', 'b', 'c', 'd']);
  const severity = fc.constantFrom<Severity>('INFO', 'WARNING', 'CRITICAL');
  const scan = fc.record({
    found: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), severity)),
    covered: assets,
    wait: fc.integer({ min: -5, max: 20 }),
  });
  const deed = fc.oneof(
    fc.constant({ kind: 'ASSIGN' as const, to: 'ada' }), fc.constant({ kind: 'RESOLVE' as const }), fc.constant({ kind: 'REOPEN' as const }),
    fc.integer({ min: -3, max: 30 }).map((days) => ({ kind: 'ACCEPT' as const, days })),
  ); // prettier-ignore
  const eventOf = (
    step: { kind: 'ASSIGN'; to: string } | { kind: 'RESOLVE' | 'REOPEN' } | { kind: 'ACCEPT'; days: number },
    at: number,
  ): TriageEvent => {
    if (step.kind === 'ACCEPT') return { kind: 'ACCEPT', until: at + step.days, reason: '', by: 'bob', at };
    if (step.kind === 'RESOLVE') return { kind: 'RESOLVE', by: 'bob', at };
    return step.kind === 'ASSIGN' ? step : { kind: 'REOPEN' };
  };
  const life = fc.array(fc.oneof(scan, deed), { maxLength: 30 });

  test('the same scan twice changes nothing, no finding is doubled or lost, and the order of what was found does not matter', () => {
    fc.assert(
      fc.property(life, (steps) => {
        let [kept, at]: [KeptFinding[], number] = [[], 100];
        for (const step of steps) {
          if ('kind' in step) {
            at += 1;
            kept = after(kept, eventOf(step, at));
            continue;
          }
          at += step.wait;
          const covers = (asset: string): boolean => step.covered.includes(asset);
          const found = [...new Map(step.found.map(([asset, grave]) => [asset, finding(asset, grave)])).values()];
          const next = mergeFindings(kept, found, { at, covers });
          expect(mergeFindings(next, found, { at, covers })).toEqual(next);
          expect(mergeFindings(kept.toReversed(), found.toReversed(), { at, covers })).toEqual(next);
          expect(new Set(next.map(({ key }) => key)).size).toBe(next.length);
          expect(next.map(({ key }) => key)).toEqual(expect.arrayContaining(kept.map(({ key }) => key)));
          for (const { asset } of found) expect(next.some((each) => each.asset === asset)).toBe(true);
          kept = next;
        }
      }),
    );
  });
});
