import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EventPayload, Topic } from '../../../schema/events/events.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { KINDS } from './kinds.ts';
import { NOTICES } from './notices.ts';

const ID = '3a9852ef-d3d6-4391-9daa-55f8a3dc2011';

function eventOf<T extends Topic>(topic: T, payload: EventPayload<T>): DomainEvent<T> {
  return { topic, payload, tenantId: ID, sequence: 1, occurredAt: new Date(0) } as unknown as DomainEvent<T>;
}

test('there is no kind of notification that nobody is ever told of', () => {
  const source = readFileSync(new URL('notices.ts', import.meta.url), 'utf8');
  expect(Object.keys(KINDS).filter((kind) => !source.includes(`'${kind}'`))).toEqual([]);
});

test('what an agent tells goes to the roles it names, and to operators and above when it names nobody', () => {
  const notice = { noticeId: ID, agentId: ID, runId: ID, title: 'Look', text: 'Here', userIds: [], link: null };
  expect(NOTICES['agents.notice']?.(eventOf('agents.notice', { ...notice, roles: ['ANALYST'] }))).toMatchObject({
    kind: 'AGENT_NOTICE',
    title: 'Look',
    to: { roles: ['ANALYST'], users: [] },
  });
  expect(NOTICES['agents.notice']?.(eventOf('agents.notice', { ...notice, roles: [] }))?.to.roles).toEqual(['OWNER', 'ADMIN', 'OPERATOR']);
});

test('a mark of a budget leads to the budget, and says what is spent', () => {
  const payload = {
    budgetId: ID, name: 'All', mark: 90, refused: false, agentId: null, runId: null, spentMicros: 9_000_000, limitMicros: 10_000_000,
    spentTokens: 0, limitTokens: null, startsAt: '2026-01-01T00:00:00.000Z', endsAt: null,
  }; // prettier-ignore
  const told = NOTICES['agents.budget-alerted']?.(eventOf('agents.budget-alerted', payload));
  expect(told).toMatchObject({ kind: 'BUDGET_MARK', title: '90 % of the budget “All” are used', link: `/agents/budgets/${ID}` });
  expect(told?.body).toContain('$9.00 of $10.00');
});
