import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Run } from '../syncs/sync-run.type.ts';

export const ReconciliationMethod = { KEYS: 'KEYS', RECORDS: 'RECORDS', NONE: 'NONE' } as const;
registerEnumType(ReconciliationMethod, {
  name: 'ReconciliationMethod',
  description: 'How a source was compared with what landed of it.',
  valuesConfig: {
    KEYS: { description: 'The source told the keys of all its records.' },
    RECORDS: { description: 'All its records were read once more; nothing of them was kept.' },
    NONE: { description: 'It could not be asked: a bus gives each message once, or the table is gone.' },
  },
});

@ObjectType({ description: 'How the records of one table at its source compare with those that landed.', simpleResolvers: true })
export class Reconciliation {
  @Field(() => GraphQLDateTime, { description: 'When they were compared.' })
  at!: Date;

  @Field(() => ReconciliationMethod, { description: 'How.' })
  method!: keyof typeof ReconciliationMethod;

  @Field(() => Int, { nullable: true, description: 'Records at the source that can land; null when it could not be asked.' })
  sourceRecords!: number | null;

  @Field(() => Int, { description: 'Records that have landed and are not removed.' })
  landedRecords!: number;

  @Field(() => Int, { description: 'Records that were set aside.' })
  quarantinedRecords!: number;

  @Field(() => Int, { description: 'Records at the source that neither landed nor were set aside.' })
  missing!: number;

  @Field(() => Int, { description: 'Records that landed and are not at the source.' })
  surplus!: number;

  @Field(() => Boolean, { description: 'Whether nothing is missing and nothing too much.' })
  complete!: boolean;

  @Field(() => String, { description: 'Where records are missing, and what to do, in a sentence.' })
  finding!: string;
}

@ObjectType({ description: 'A comparison is under way.', simpleResolvers: true })
export class ReconciliationStarted {
  @Field(() => Run, { description: 'The run that compares.' })
  run!: Run;
}
