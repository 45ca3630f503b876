import { Field, ID, InputType } from 'type-graphql';
import type { Party, Raci } from '../workflows/definition/definition.ts';
import { PartyKind, PartyRole, raciSchema } from './raci.ts';

@InputType({ description: 'Somebody who answers for an action: a person or an agent by id, or a role.' })
export class RaciPartyInput {
  @Field(() => PartyKind, { description: 'How it is named.' })
  kind!: PartyKind;

  @Field(() => ID, { nullable: true, description: 'Id of the person or agent.' })
  id!: string | null | undefined;

  @Field(() => PartyRole, { nullable: true, description: 'The role.' })
  role!: PartyRole | null | undefined;
}

@InputType({ description: 'Who answers for an action, at most 20 of each kind.' })
export class RaciInput {
  @Field(() => [RaciPartyInput], { defaultValue: [], description: 'Who does it, besides the agent itself.' })
  responsible!: RaciPartyInput[];

  @Field(() => [RaciPartyInput], { description: 'Who answers for it and may approve it.' })
  accountable!: RaciPartyInput[];

  @Field(() => [RaciPartyInput], { defaultValue: [], description: 'Who is asked for a view before it is decided.' })
  consulted!: RaciPartyInput[];

  @Field(() => [RaciPartyInput], { defaultValue: [], description: 'Who is told afterwards.' })
  informed!: RaciPartyInput[];
}

/** What was given, as it is kept; or, in a sentence, what is wrong with it. */
export function raciFrom(input: RaciInput): Raci | string {
  const all = (parties: readonly RaciPartyInput[]): unknown[] => parties.map(({ kind, id, role }) => ({ kind, id, role }));
  const { responsible, accountable, consulted, informed } = input;
  const parsed = raciSchema.safeParse({
    responsible: all(responsible),
    accountable: all(accountable),
    consulted: all(consulted),
    informed: all(informed),
  });
  if (!parsed.success) return 'Name people and agents by their id, others by a role, at most 20 of each kind.';
  const raci = parsed.data;
  if (raci.accountable.length === 0) return 'Somebody has to answer for what the agent does: name a person or a role as accountable.';
  if (raci.accountable.some(({ kind }) => kind === 'AGENT'))
    return 'Agents do not answer for anything: name people or roles as accountable.';
  const both = raci.accountable.some((party) => raci.responsible.some((other) => key(other) === key(party)));
  return both ? 'Whoever is responsible cannot be accountable as well: they would approve what they do themselves.' : raci;
}

const key = (party: Party): string => (party.kind === 'ROLE' ? party.role : party.id);
