import type { Role } from '../../kernel/viewer/viewer.ts';
import { raciSchema } from '../raci/raci.ts';
import type { Party, Raci } from '../workflows/definition/definition.ts';

/** Who answers for it, as it was kept; null: nobody was named. @throws ZodError */
export function raciOf(kept: unknown): Raci | null {
  return kept == null ? null : raciSchema.parse(kept);
}

/** Who decides where nobody is named. */
const DECIDERS: readonly Role[] = ['OWNER', 'ADMIN', 'OPERATOR'];
/** Who is asked too from each level of escalation on. */
const JOINING: readonly Role[][] = [[], ['ADMIN'], ['ADMIN', 'OWNER']];

/** What an approval says of who may decide it. */
export interface Asked {
  raci: Raci | null;
  /** The person who had the agent do it. */
  startedBy: string | null;
  level: number;
}

export interface Person {
  userId: string;
  role: Role;
}

/** RESPONSIBLE: does it, so somebody else decides. NOT_ACCOUNTABLE: others answer for it. NO_DECIDER: the role decides nothing. */
export type Obstacle = 'RESPONSIBLE' | 'NOT_ACCOUNTABLE' | 'NO_DECIDER';

/** TAKE_OVER: an owner may although others should; says why. */
export type Right = { kind: 'MAY' } | { kind: 'TAKE_OVER'; obstacle: Obstacle } | { kind: 'MAY_NOT'; obstacle: Obstacle };

/** Whether somebody may decide. Whoever does it never approves it; where accountable people are named, only they decide. */
export function rightToDecide(asked: Asked, person: Person): Right {
  const obstacle = obstacleOf(asked, person);
  if (obstacle === null) return { kind: 'MAY' };
  return person.role === 'OWNER' ? { kind: 'TAKE_OVER', obstacle } : { kind: 'MAY_NOT', obstacle };
}

function obstacleOf({ raci, startedBy, level }: Asked, person: Person): Obstacle | null {
  if (person.role === 'AGENT') return 'NO_DECIDER';
  if (raci === null) return DECIDERS.includes(person.role) ? null : 'NO_DECIDER';
  if (raci.responsible.some((party) => isParty(party, person)) || actsForThem(raci, startedBy, person)) return 'RESPONSIBLE';
  if ((JOINING[level] ?? []).includes(person.role)) return null;
  const named = raci.accountable.filter(({ kind }) => kind !== 'AGENT');
  if (named.length === 0) return DECIDERS.includes(person.role) ? null : 'NO_DECIDER';
  return named.some((party) => isParty(party, person)) ? null : 'NOT_ACCOUNTABLE';
}

/** Where agents are named as responsible and no person is, whoever had the agent do it is responsible. */
function actsForThem({ responsible }: Raci, startedBy: string | null, { userId }: Person): boolean {
  return startedBy === userId && responsible.length > 0 && responsible.every(({ kind }) => kind === 'AGENT');
}

function isParty(party: Party, { userId, role }: Person): boolean {
  return (party.kind === 'USER' && party.id === userId) || (party.kind === 'ROLE' && party.role === role);
}

/** People by id, and all who have one of these roles. */
export interface People {
  users: string[];
  roles: string[];
}

/** Who is asked to decide, those who joined by escalation included. */
export function askedPeople({ raci, level }: Pick<Asked, 'raci' | 'level'>): People {
  const named = (raci?.accountable ?? []).filter(({ kind }) => kind !== 'AGENT');
  const { users, roles } = named.length === 0 ? { users: [], roles: [...DECIDERS] } : peopleOf(named);
  return { users, roles: [...new Set([...roles, ...(JOINING[level] ?? [])])] };
}

/** Who is told without being asked. */
export function toldPeople(raci: Raci | null): People {
  return peopleOf(raci === null ? [] : [...raci.consulted, ...raci.informed]);
}

function peopleOf(named: readonly Party[]): People {
  return {
    users: named.flatMap((party) => (party.kind === 'USER' ? [party.id] : [])),
    roles: named.flatMap((party) => (party.kind === 'ROLE' ? [party.role] : [])),
  };
}
