import { expect, test } from 'vitest';
import { clausesOf, FEED_RULES, ruleOf } from './feed-rules.ts';
import { FEED_TOPICS } from './feed-texts.ts';
import { pilotIdOf } from '../agent/pilots.ts';

const TENANT = '0b0f9a2e-6f4c-4a86-9f5e-0c1f6f1f7f01';
const ALL = { kinds: null, severities: null, agentId: null };

test('what the feed has words for it has a kind and a severity for', () => {
  expect(new Set(FEED_RULES.map(({ topic }) => topic))).toEqual(new Set(FEED_TOPICS));
});

test('a run that failed is an error, one that goes on is good to know, and a step is not told', () => {
  const severityOf = (kind: string, status: string) => ruleOf({ topic: 'runs.changed', payload: { kind, status } as never })?.severity;
  expect(severityOf('FINISHED', 'FAILED')).toBe('ERROR');
  expect(severityOf('FINISHED', 'SUCCEEDED')).toBe('SUCCESS');
  expect(severityOf('FINISHED', 'CANCELLED')).toBe('WARNING');
  expect(severityOf('STARTED', 'RUNNING')).toBe('INFO');
  expect(severityOf('STEP_STARTED', 'RUNNING')).toBeUndefined();
});

test('a filter lets through what is wanted, and of an agent only what names it', () => {
  expect(clausesOf({ ...ALL, kinds: ['DASHBOARD'] }, TENANT)).toEqual([{ topic: 'insights.dashboard-saved', where: {} }]);
  expect(clausesOf({ ...ALL, kinds: ['DASHBOARD'], severities: ['ERROR'] }, TENANT)).toEqual([]);
  const agentId = pilotIdOf(TENANT, 'FINOPS');
  const mine = clausesOf({ ...ALL, agentId }, TENANT);
  expect(mine).toContainEqual({ topic: 'agents.approval-requested', where: { agentId: [agentId] } });
  expect(mine.map(({ topic }) => topic)).not.toContain('insights.dashboard-saved');
  const unifier = pilotIdOf(TENANT, 'DATAOPS');
  expect(clausesOf({ ...ALL, agentId: unifier, kinds: ['RUN'], severities: ['ERROR'] }, TENANT)).toEqual([
    { topic: 'runs.changed', where: { kind: ['FINISHED'], status: ['FAILED'], 'subject.agentId': [unifier, ''] } },
  ]);
});
