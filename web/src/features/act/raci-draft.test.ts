import { expect, test } from 'vitest';
import { mayBe, raciDraftOf, raciInputOf, turnedParty, USUAL_RACI } from './raci-draft.ts';

const ada = { kind: 'USER', role: null, user: { id: 'u1', displayName: 'Ada' }, agent: null };
const bot = { kind: 'AGENT', role: null, user: null, agent: { id: 'a1', name: 'Bot' } };
const owners = { kind: 'ROLE', role: 'OWNER', user: null, agent: null };
const left = { kind: 'USER', role: null, user: null, agent: null };

test('what is kept comes back as it was, without those who left', () => {
  const draft = raciDraftOf({ responsible: [bot], accountable: [owners, left], consulted: [ada], informed: [] });
  expect(raciInputOf(draft)).toEqual({
    responsible: [{ kind: 'AGENT', id: 'a1' }],
    accountable: [{ kind: 'ROLE', role: 'OWNER' }],
    consulted: [{ kind: 'USER', id: 'u1' }],
    informed: [],
  });
});

test('a party is added once, and taken away again', () => {
  const added = turnedParty(USUAL_RACI, 'informed', 'USER:u1');
  expect(added.informed).toEqual(['USER:u1']);
  expect(turnedParty(added, 'informed', 'USER:u1')).toEqual(USUAL_RACI);
});

test('nobody is offered who would approve what they do themselves', () => {
  const draft = turnedParty(USUAL_RACI, 'responsible', 'USER:u1');
  expect(mayBe(draft, 'accountable', 'USER:u1')).toBe(false);
  expect(mayBe(draft, 'responsible', 'ROLE:OWNER')).toBe(false);
  expect(mayBe(draft, 'accountable', 'AGENT:a1')).toBe(false);
  expect(mayBe(draft, 'informed', 'USER:u1')).toBe(true);
  expect(mayBe(draft, 'responsible', 'USER:u1')).toBe(false);
});
