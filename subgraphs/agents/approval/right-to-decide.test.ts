import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Party, Raci } from '../workflows/definition/definition.ts';
import { askedPeople, rightToDecide, toldPeople, type Person } from './right-to-decide.ts';

const NOBODY: Raci = { responsible: [], accountable: [], consulted: [], informed: [] };
const user = (id: string): Party => ({ kind: 'USER', id });
const role = (name: 'OWNER' | 'ADMIN' | 'OPERATOR' | 'ANALYST' | 'VIEWER'): Party => ({ kind: 'ROLE', role: name });
const person = (userId: string, name: Person['role'] = 'OPERATOR'): Person => ({ userId, role: name });
const right = (raci: Partial<Raci> | null, who: Person, { startedBy = null as string | null, level = 0 } = {}): string => {
  const answer = rightToDecide({ raci: raci === null ? null : { ...NOBODY, ...raci }, startedBy, level }, who);
  return answer.kind === 'MAY' ? 'MAY' : `${answer.kind} ${answer.obstacle}`;
};

describe('who may decide', () => {
  test('without a RACI all who may decide, and nobody else', () => {
    for (const name of ['OWNER', 'ADMIN', 'OPERATOR'] as const) expect(right(null, person('a', name))).toBe('MAY');
    for (const name of ['ANALYST', 'VIEWER', 'AGENT'] as const) expect(right(null, person('a', name))).toBe('MAY_NOT NO_DECIDER');
  });

  test('only those accountable, by id or role', () => {
    const raci = { accountable: [user('ada'), role('ADMIN')] };
    expect(right(raci, person('ada'))).toBe('MAY');
    expect(right(raci, person('ben', 'ADMIN'))).toBe('MAY');
    expect(right(raci, person('cy'))).toBe('MAY_NOT NOT_ACCOUNTABLE');
    expect(right({ accountable: [{ kind: 'AGENT', id: 'x' }] }, person('cy'))).toBe('MAY');
  });

  test('never whoever does it, also when they are accountable too', () => {
    const both = { responsible: [user('ada')], accountable: [user('ada'), role('OPERATOR')] };
    expect(right(both, person('ada'))).toBe('MAY_NOT RESPONSIBLE');
    expect(right(both, person('ben'))).toBe('MAY');
    expect(right({ responsible: [role('OPERATOR')], accountable: [role('OPERATOR')] }, person('ben'))).toBe('MAY_NOT RESPONSIBLE');
  });

  test('whoever had the agent do it is responsible where agents are named and no person is', () => {
    const agent: Party = { kind: 'AGENT', id: 'finops' };
    expect(right({ responsible: [agent] }, person('ada'), { startedBy: 'ada' })).toBe('MAY_NOT RESPONSIBLE');
    expect(right({ responsible: [agent] }, person('ben'), { startedBy: 'ada' })).toBe('MAY');
    expect(right({ responsible: [agent, user('cy')] }, person('ada'), { startedBy: 'ada' })).toBe('MAY');
    expect(right({ responsible: [] }, person('ada'), { startedBy: 'ada' })).toBe('MAY');
  });

  test('escalation brings in administrators, then owners', () => {
    const raci = { accountable: [user('ada')] };
    const rights = (level: number): string[] => (['ADMIN', 'OWNER'] as const).map((name) => right(raci, person('x', name), { level }));
    expect(rights(0)).toEqual(['MAY_NOT NOT_ACCOUNTABLE', 'TAKE_OVER NOT_ACCOUNTABLE']);
    expect(rights(1)).toEqual(['MAY', 'TAKE_OVER NOT_ACCOUNTABLE']);
    expect(rights(2)).toEqual(['MAY', 'MAY']);
  });
});

test('whatever is named, no agent decides, nobody responsible does, and an owner always can', () => {
  const ids = fc.constantFrom('a', 'b', 'c');
  const roles = fc.constantFrom('OWNER' as const, 'ADMIN' as const, 'OPERATOR' as const, 'ANALYST' as const, 'VIEWER' as const);
  const party: fc.Arbitrary<Party> = fc.oneof(
    ids.map((id) => ({ kind: 'USER' as const, id })),
    roles.map((name) => ({ kind: 'ROLE' as const, role: name })),
    ids.map((id) => ({ kind: 'AGENT' as const, id })),
  );
  const list = fc.array(party, { maxLength: 4 });
  const raci = fc.record({ responsible: list, accountable: list, consulted: list, informed: list });
  fc.assert(
    fc.property(raci, fc.option(ids), fc.nat(2), ids, roles, (given, startedBy, level, userId, name) => {
      const asked = { raci: given, startedBy, level };
      expect(rightToDecide(asked, { userId, role: 'AGENT' }).kind).toBe('MAY_NOT');
      const answer = rightToDecide(asked, { userId, role: name });
      if (given.responsible.some((one) => one.kind === 'USER' && one.id === userId)) expect(answer.kind).not.toBe('MAY');
      if (name === 'OWNER') expect(answer.kind).not.toBe('MAY_NOT');
      else expect(answer.kind).not.toBe('TAKE_OVER');
      if (answer.kind === 'MAY' && level === 0) {
        const { users, roles: asking } = askedPeople(asked);
        expect(users.includes(userId) || asking.includes(name)).toBe(true);
      }
    }),
  );
});

test('those consulted and informed are told', () => {
  expect(toldPeople({ ...NOBODY, consulted: [user('a')], informed: [role('VIEWER')] })).toEqual({ users: ['a'], roles: ['VIEWER'] });
});
