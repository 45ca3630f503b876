import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Run } from '../syncs/sync-run.type.ts';

@ObjectType({ description: 'A record in quarantine, with the object that it is of.', simpleResolvers: true })
export class QuarantineEntry {
  @Field(() => ID, { description: 'Identifies the record in quarantine.' })
  id!: string;

  @Field(() => Int, { description: 'Line of the source on which it starts.' })
  line!: number;

  @Field(() => String, { description: 'What is wrong, as a code: VALUE_MISFIT, DRIFTED, DUPLICATE_KEY, …' })
  code!: string;

  @Field(() => String, { description: 'What is wrong, in a sentence.' })
  reason!: string;

  @Field(() => String, { description: 'The record as written, at most 2 000 characters of it.' })
  raw!: string;

  @Field(() => GraphQLDateTime, { description: 'Since when it is there.' })
  since!: Date;

  objectId!: string;
}

export const QuarantineEntryConnection = relayConnection('QuarantineEntry', QuarantineEntry);

@ObjectType({ description: 'How many records of one object wait for the same reason.', simpleResolvers: true })
export class QuarantineCount {
  @Field(() => String, { description: 'What is wrong, as a code.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong, without the values; empty for those whom rules about data restrict.' })
  reason!: string;

  @Field(() => Int, { description: 'How many records.' })
  records!: number;

  objectId!: string;
}

@InputType({ description: 'Which records in quarantine; what is left out does not matter.' })
export class QuarantineFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this connection.' })
  connectionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this source object.' })
  objectId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those with this code.' })
  code?: string | null;
}

@ObjectType({ description: 'A replay of quarantine has begun.', simpleResolvers: true })
export class QuarantineReplayed {
  @Field(() => Run, { description: 'The run that does it.' })
  run!: Run;
}

@ObjectType({ description: 'Records in quarantine were thrown away.', simpleResolvers: true })
export class QuarantineDiscarded {
  @Field(() => Int, { description: 'How many.' })
  records!: number;
}

export const ReplayQuarantineResult = createUnionType({
  name: 'ReplayQuarantineResult',
  description: 'The replay, or why there is none.',
  types: () => [QuarantineReplayed, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : QuarantineReplayed),
});

export const DiscardQuarantinedResult = createUnionType({
  name: 'DiscardQuarantinedResult',
  description: 'How many were thrown away, or why none.',
  types: () => [QuarantineDiscarded, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : QuarantineDiscarded),
});
