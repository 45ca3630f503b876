import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, type RunCommand } from './machine.ts';
import { outcomeOf } from './outcome.ts';
import type { RunEvent, RunFacts } from './run-facts.ts';
import { newsOf } from './news.ts';

const PROPOSAL = '0b9c1f50-6a4e-4f6b-9d61-0a4f1d6c3a01';
const PERSON = '0b9c1f50-6a4e-4f6b-9d61-0a4f1d6c3a02';
const when = (order: number): { order: number; at: string } => ({ order, at: new Date(order * 1_000).toISOString() });

const started = (order: number): RunEvent => ({ fact: 'started', ...when(order) });
const discovered = (order: number): RunEvent => ({
  fact: 'discovered',
  ...when(order),
  tables: 2,
  columns: 1_204,
  records: 90,
  skipped: 1,
});
const synced = (order: number, failure: string | null = null, nothingNew = false): RunEvent => ({
  fact: 'synced',
  ...when(order),
  failure,
  records: 90,
  changed: 90,
  removed: 0,
  quarantined: 1,
  nothingNew,
});
const proposed = (order: number): RunEvent => ({
  fact: 'proposed',
  ...when(order),
  proposalId: PROPOSAL,
  tables: 2,
  fields: 9,
  lowestConfidence: 0.62,
});
const decided = (order: number, status: 'APPROVED' | 'REJECTED' | 'EXPIRED'): RunEvent => ({
  fact: 'decided',
  ...when(order),
  status,
  comment: null,
});
const published = (order: number): RunEvent => ({
  fact: 'published',
  ...when(order),
  proposalId: PROPOSAL,
  decidedBy: PERSON,
  version: 1,
  entities: 2,
});
const unified = (order: number, proposalId: string | null = null): RunEvent => ({
  fact: 'unified',
  ...when(order),
  proposalId,
  entities: [{ name: 'Account', changed: 40, removed: 1 }],
});
const measured = (order: number): RunEvent => ({ fact: 'measured', ...when(order), available: 7 });
const abandoned = (order: number, reason: 'SUPERSEDED' | 'CONNECTION_REMOVED' = 'SUPERSEDED'): RunEvent => ({
  fact: 'abandoned',
  ...when(order),
  reason,
});

function replay(events: readonly RunEvent[], facts: RunFacts = {}): { facts: RunFacts; commands: RunCommand['type'][] } {
  const commands: RunCommand['type'][] = [];
  for (const event of events) {
    const step = advance(facts, event);
    facts = step.facts;
    commands.push(...step.commands.map(({ type }) => type));
  }
  return { facts, commands };
}
const statusAfter = (...events: RunEvent[]): string => outcomeOf(replay(events).facts).status;

/** Events as they may come in one history, each at its own place, told again at random and in any order. */
const kinds = [started, discovered, synced, (at: number) => synced(at, 'disk full'), proposed, published, unified, abandoned];
const decisions = (['APPROVED', 'REJECTED', 'EXPIRED'] as const).map((status) => (order: number) => decided(order, status));
const history = fc
  .tuple(fc.shuffledSubarray(kinds), fc.option(fc.constantFrom(...decisions)))
  .map(([some, decision]) => [...some, ...(decision === null ? [] : [decision])].map((make, index) => make(index + 1)));
const shuffledTwice = history.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
);

test('a first connection waits for the mapping, and ends when the published mapping’s records are unified', () => {
  expect(statusAfter(started(1))).toBe('RUNNING');
  expect(statusAfter(started(1), discovered(2), synced(3))).toBe('RUNNING');
  expect(statusAfter(started(1), synced(3), proposed(4))).toBe('WAITING');
  expect(statusAfter(started(1), synced(3), proposed(4), decided(5, 'APPROVED'))).toBe('RUNNING');
  expect(statusAfter(started(1), synced(3), proposed(4), published(6))).toBe('RUNNING');
  expect(statusAfter(started(1), synced(3), proposed(4), published(6), unified(7))).toBe('SUCCEEDED');
});

test('a later sync of a published connection ends when its records are unified, or at once when nothing is new', () => {
  expect(statusAfter(started(1), synced(2), unified(3))).toBe('SUCCEEDED');
  expect(statusAfter(started(1), synced(2, null, true))).toBe('SUCCEEDED');
});

test('records unified under the mapping before do not end a run whose own mapping waits or is just published', () => {
  expect(statusAfter(synced(1), unified(2), proposed(3))).toBe('WAITING');
  expect(statusAfter(synced(1), unified(2), proposed(3), published(4))).toBe('RUNNING');
  expect(statusAfter(synced(1), unified(2, PROPOSAL), published(4))).toBe('SUCCEEDED');
});

test('a rejected, expired or superseded mapping fails the run with the reason, unless it is published after all', () => {
  const waiting = [synced(1), proposed(2)];
  for (const end of [decided(3, 'REJECTED'), decided(3, 'EXPIRED'), abandoned(3)]) {
    expect(outcomeOf(replay([...waiting, end]).facts)).toMatchObject({ status: 'FAILED', code: expect.any(String) });
  }
  expect(statusAfter(...waiting, decided(3, 'EXPIRED'), published(4), unified(5))).toBe('SUCCEEDED');
});

test('a publication that failed fails the run, until it is published after all; an approval still open may yet retry it', () => {
  const failure: RunEvent = { fact: 'publishFailed', ...when(4), message: 'The mapping could not be published.' };
  const approved = [synced(1), proposed(2), decided(3, 'APPROVED')];
  expect(outcomeOf(replay([...approved, failure]).facts)).toMatchObject({
    status: 'FAILED',
    message: 'The mapping could not be published.',
  });
  expect(newsOf(replay([...approved, failure]).facts).at(-1)).toMatchObject({
    step: 'MAP',
    status: 'FAILED',
    detail: 'The mapping could not be published.',
  });
  expect(statusAfter(...approved, failure, published(5), unified(6))).toBe('SUCCEEDED');
  expect(statusAfter(synced(1), proposed(2), failure)).toBe('WAITING');
});

test('an approval is asked for when the mapping waits, settled by its publication, withdrawn with the run', () => {
  expect(replay([synced(1), proposed(2), published(3)]).commands).toEqual(['REQUEST_APPROVAL', 'SETTLE_APPROVAL']);
  expect(replay([published(3), proposed(2)]).commands).toEqual([]);
  expect(replay([proposed(2), abandoned(3)]).commands).toEqual(['REQUEST_APPROVAL', 'WITHDRAW_APPROVAL']);
});

test('any order and repetition of the same events ends in the same run', () => {
  fc.assert(
    fc.property(shuffledTwice, ([events, told]) => {
      const inOrder = replay(events).facts;
      const shuffled = replay(told).facts;
      expect(shuffled).toEqual(inOrder);
      expect(outcomeOf(shuffled)).toEqual(outcomeOf(inOrder));
      expect(newsOf(shuffled)).toEqual(newsOf(inOrder));
    }),
  );
});

test('a history told again changes nothing and asks for nothing', () => {
  fc.assert(
    fc.property(shuffledTwice, ([events, told]) => {
      const { facts } = replay(told);
      const again = replay(events, facts);
      expect(again).toEqual({ facts, commands: [] });
    }),
  );
});

test('at most one approval is asked for, and never for a mapping that is published already', () => {
  fc.assert(
    fc.property(shuffledTwice, ([, told]) => {
      let facts: RunFacts = {};
      let requests = 0;
      for (const event of told) {
        const wasPublished = facts.published !== undefined;
        const next = advance(facts, event);
        facts = next.facts;
        for (const { type } of next.commands) {
          if (type !== 'REQUEST_APPROVAL') continue;
          requests += 1;
          expect(wasPublished).toBe(false);
        }
      }
      expect(requests).toBeLessThanOrEqual(1);
    }),
  );
});

test('a failed sync is final whatever comes before or after it', () => {
  fc.assert(
    fc.property(history, (events) => {
      const others = events.filter(({ fact }) => fact !== 'synced');
      const facts = replay([...others, synced(99, 'disk full')]).facts;
      expect(outcomeOf(facts)).toMatchObject({ status: 'FAILED', message: 'disk full' });
    }),
  );
});

test('steps tell the counts in words', () => {
  const told = (...events: RunEvent[]): string[] =>
    newsOf(replay(events).facts).map(({ step, status, detail }) => `${step} ${status}${detail === null ? '' : `: ${detail}`}`);
  const begun = [started(1), discovered(2), synced(3), proposed(4)];
  expect(told(...begun)).toEqual(['MAP WAITING: 2 tables, 9 columns, the least certain one 62%']);
  expect(told(...begun, published(5), unified(6), measured(7))).toEqual([
    'MAP SUCCEEDED: version 1 of the model, 2 entity types',
    'RESOLVE SUCCEEDED: Account: 40 changed, 1 removed',
    'METRICS SUCCEEDED: 7 metrics can be asked for',
  ]);
  expect(told(started(1), synced(2, null, true)).map((line) => line.split(':')[0])).toEqual([
    'MAP SKIPPED',
    'RESOLVE SKIPPED',
    'METRICS SKIPPED',
  ]);
  expect(told(started(1), synced(2, 'disk full'))).toEqual([]);
});
