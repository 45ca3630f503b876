import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const LedgerState = { RESERVED: 'RESERVED', SETTLED: 'SETTLED', RELEASED: 'RELEASED' } as const;
export type LedgerState = (typeof LedgerState)[keyof typeof LedgerState];
registerEnumType(LedgerState, {
  name: 'LedgerState',
  description: 'How an entry of the ledger stands.',
  valuesConfig: {
    RESERVED: { description: 'Set aside for what is being done.' },
    SETTLED: { description: 'Spent.' },
    RELEASED: { description: 'Given back: nothing was spent.' },
  },
});

@ObjectType('LedgerEntry', { description: 'What one step of a run set aside and spent.', simpleResolvers: true })
export class LedgerEntry {
  @Field(() => ID, { description: 'Identifies the entry for good.' })
  id!: string;

  @Field(() => LedgerState, { description: 'How it stands.' })
  state!: LedgerState;

  @Field(() => String, { description: 'Address of the step within its run.' })
  path!: string;

  @Field(() => Float, { description: 'Dollars that were set aside.' })
  reserved!: number;

  @Field(() => Float, { description: 'Tokens that were set aside.' })
  reservedTokens!: number;

  @Field(() => Float, { nullable: true, description: 'Dollars that were spent; null while it is not settled, and when it was given back.' })
  spent!: number | null;

  @Field(() => Float, { nullable: true, description: 'Tokens that were used; null likewise.' })
  spentTokens!: number | null;

  @Field(() => Boolean, { description: 'Whether more was spent than was set aside.' })
  over!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was set aside.' })
  reservedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was settled or given back; null while it was not.' })
  settledAt!: Date | null;

  /** Behind the computed fields; not part of the graph. */
  agentId!: string;
  runId!: string;
}

export const LedgerEntryConnection = relayConnection('LedgerEntry', LedgerEntry);
