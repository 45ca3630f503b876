import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { User, referTo } from '../run/stubs.type.ts';
import type { Party, Raci as StoredRaci } from '../workflows/definition/definition.ts';
import { PartyKind, PartyRole } from './raci.ts';

registerEnumType(PartyKind, {
  name: 'PartyKind',
  description: 'How somebody who answers for an action is named.',
  valuesConfig: {
    USER: { description: 'One person.' },
    ROLE: { description: 'Everybody who has the role.' },
    AGENT: { description: 'An agent.' },
  },
});
registerEnumType(PartyRole, {
  name: 'PartyRole',
  description: 'A role whose members answer for an action.',
  valuesConfig: {
    OWNER: { description: 'Owners.' },
    ADMIN: { description: 'Admins.' },
    OPERATOR: { description: 'Operators.' },
    ANALYST: { description: 'Analysts.' },
    VIEWER: { description: 'Viewers.' },
  },
});

@ObjectType('RaciParty', { description: 'Somebody who answers for an action.', simpleResolvers: true })
export class RaciParty {
  @Field(() => PartyKind, { description: 'How it is named.' })
  kind!: PartyKind;

  @Field(() => PartyRole, { nullable: true, description: 'The role; null for a person or an agent.' })
  role!: PartyRole | null;

  @Field(() => User, { nullable: true, description: 'The person; null for a role or an agent.' })
  user!: User | null;

  /** Behind the computed field; not part of the graph. */
  agentId!: string | null;
}

@ObjectType('Raci', { description: 'Who answers for an action.', simpleResolvers: true })
export class Raci {
  @Field(() => [RaciParty], { description: 'Who does it, besides the agent itself; none of them may approve it.' })
  responsible!: RaciParty[];

  @Field(() => [RaciParty], { description: 'Who answers for it and may approve it.' })
  accountable!: RaciParty[];

  @Field(() => [RaciParty], { description: 'Who is asked for a view before it is decided.' })
  consulted!: RaciParty[];

  @Field(() => [RaciParty], { description: 'Who is told afterwards.' })
  informed!: RaciParty[];
}

/** As the graph shows it. */
export function raciOf({ responsible, accountable, consulted, informed }: StoredRaci): Raci {
  const all = (parties: readonly Party[]): RaciParty[] => parties.map(partyOf);
  return Object.assign(new Raci(), {
    responsible: all(responsible),
    accountable: all(accountable),
    consulted: all(consulted),
    informed: all(informed),
  });
}

function partyOf(party: Party): RaciParty {
  return Object.assign(new RaciParty(), {
    kind: party.kind,
    role: party.kind === 'ROLE' ? party.role : null,
    user: party.kind === 'USER' ? referTo(User, party.id) : null,
    agentId: party.kind === 'AGENT' ? party.id : null,
  });
}
