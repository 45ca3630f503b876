import type { PartyRole, RaciInput, RaciPartyInput } from '../../gql/graphql.ts';
import type { Party } from './party-words.ts';

export const RACI_PARTS = ['responsible', 'accountable', 'consulted', 'informed'] as const;
export type RaciPart = (typeof RACI_PARTS)[number];

/** Who answers for something while it is being set: parties by a key each, `USER:<id>`, `AGENT:<id>` or `ROLE:OWNER`. */
export type RaciDraft = Readonly<Record<RaciPart, readonly string[]>>;

/** What holds until somebody says otherwise. */
export const USUAL_RACI: RaciDraft = {
  responsible: [],
  accountable: ['ROLE:OWNER', 'ROLE:ADMIN', 'ROLE:OPERATOR'],
  consulted: [],
  informed: [],
};

/** The key of a party; null of one who left. */
export function partyKey({ user, agent, role }: Party): string | null {
  if (user) return `USER:${user.id}`;
  if (agent) return `AGENT:${agent.id}`;
  return role === null ? null : `ROLE:${role}`;
}

/** A draft of what is kept. Who left is left out. Pure. */
export function raciDraftOf(raci: Readonly<Record<RaciPart, readonly Party[]>>): RaciDraft {
  const keys = (part: RaciPart) => raci[part].map(partyKey).filter((key) => key !== null);
  return { responsible: keys('responsible'), accountable: keys('accountable'), consulted: keys('consulted'), informed: keys('informed') };
}

function partyOf(key: string): RaciPartyInput {
  const [kind = '', value = ''] = key.split(':');
  if (kind === 'ROLE') return { kind, role: value as PartyRole };
  return { kind: kind === 'AGENT' ? 'AGENT' : 'USER', id: value };
}

/** What is sent of a draft. Pure. */
export function raciInputOf(draft: RaciDraft): RaciInput {
  const parties = (part: RaciPart) => draft[part].map(partyOf);
  return {
    responsible: parties('responsible'),
    accountable: parties('accountable'),
    consulted: parties('consulted'),
    informed: parties('informed'),
  };
}

/** With a party added to a part, or taken from it. Pure. */
export function turnedParty(draft: RaciDraft, part: RaciPart, key: string): RaciDraft {
  const kept = draft[part].filter((each) => each !== key);
  return { ...draft, [part]: kept.length === draft[part].length ? [...kept, key] : kept };
}

/** Whether a party may be named in a part: agents answer for nothing, and nobody approves what they do themselves. Pure. */
export function mayBe(draft: RaciDraft, part: RaciPart, key: string): boolean {
  if (draft[part].includes(key)) return false;
  if (part === 'accountable') return !key.startsWith('AGENT:') && !draft.responsible.includes(key);
  return part !== 'responsible' || !draft.accountable.includes(key);
}
