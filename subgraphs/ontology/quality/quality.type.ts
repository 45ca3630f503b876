import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { keyOf } from '../model/names.ts';
import { nameOf } from './names.ts';
import type { DataTestRow } from './quality.entity.ts';
import { reasonOf } from './score.ts';

export const DataTestKind = {
  UNIQUE: 'UNIQUE',
  REQUIRED: 'REQUIRED',
  REFERENTIAL: 'REFERENTIAL',
  RANGE: 'RANGE',
  FRESHNESS: 'FRESHNESS',
  VOLUME: 'VOLUME',
} as const;
export type DataTestKind = keyof typeof DataTestKind;
registerEnumType(DataTestKind, {
  name: 'DataTestKind',
  description: 'What a data test asks.',
  valuesConfig: {
    UNIQUE: { description: 'No two records have the same value.' },
    REQUIRED: { description: 'Every record has a value.' },
    REFERENTIAL: { description: 'Every record that names another leads to it.' },
    RANGE: { description: 'Values are not below `minimum` nor above `maximum`.' },
    FRESHNESS: { description: 'The newest value is not older than `maxAgeHours`.' },
    VOLUME: { description: 'There are no fewer records than `minimum`, and no more than `maximum`.' },
  },
});

export const DataTestStatus = { UNKNOWN: 'UNKNOWN', PASSING: 'PASSING', FAILING: 'FAILING', UNFIT: 'UNFIT' } as const;
export type DataTestStatus = keyof typeof DataTestStatus;
registerEnumType(DataTestStatus, {
  name: 'DataTestStatus',
  description: 'How a data test came out.',
  valuesConfig: {
    UNKNOWN: { description: 'It has not run yet.' },
    PASSING: { description: 'It holds.' },
    FAILING: { description: 'It does not hold.' },
    UNFIT: { description: 'What it is about is not published any more, or is of another kind.' },
  },
});

export const DataTestSeverity = { WARNING: 'WARNING', CRITICAL: 'CRITICAL' } as const;
export type DataTestSeverity = keyof typeof DataTestSeverity;
registerEnumType(DataTestSeverity, {
  name: 'DataTestSeverity',
  description: 'How much it matters when a data test fails.',
  valuesConfig: {
    WARNING: { description: 'Answers are a little less certain.' },
    CRITICAL: { description: 'Answers are much less certain.' },
  },
});

@ObjectType('DataTest', { description: 'What has to hold of the records of an entity type, and whether it does.', simpleResolvers: true })
export class DataTest {
  @Field(() => ID, { description: 'Identifies the test for good.' })
  id!: string;

  @Field(() => String, { description: 'Name of the entity type.' })
  entityTypeName!: string;

  @Field(() => DataTestKind, { description: 'What it asks.' })
  kind!: DataTestKind;

  @Field(() => String, { nullable: true, description: 'The attribute or relation; null when it is about the whole type.' })
  attribute!: string | null;

  @Field(() => String, { nullable: true, description: 'Least: a number, a day, or a number of records.' })
  minimum!: string | null;

  @Field(() => String, { nullable: true, description: 'Most: a number, a day, TODAY, or a number of records.' })
  maximum!: string | null;

  @Field(() => Int, { nullable: true, description: 'FRESHNESS: how old the newest value may be.' })
  maxAgeHours!: number | null;

  @Field(() => Float, { description: 'Share of what is checked that may fail, 0 to less than 1.' })
  tolerance!: number;

  @Field(() => DataTestSeverity, { description: 'How much it matters.' })
  severity!: DataTestSeverity;

  @Field(() => Boolean, { description: 'Whether it was proposed by what the source looks like; else a person made or changed it.' })
  proposed!: boolean;

  @Field(() => Boolean, { description: 'Whether it is run.' })
  enabled!: boolean;

  @Field(() => DataTestStatus, { description: 'How it came out last.' })
  status!: DataTestStatus;

  @Field(() => Float, { description: 'How many records it looked at; 0 for those whom rules about data restrict: it counts all.' })
  checked!: number;

  @Field(() => Float, { description: 'How many of them failed; 0 for those whom rules about data restrict.' })
  failing!: number;

  @Field(() => String, { nullable: true, description: 'What it found, in a sentence; null while it holds.' })
  finding!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ran last.' })
  lastRunAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when it fails; null while it holds.' })
  failingSince!: Date | null;

  row!: DataTestRow;
}

export const DataTestConnection = relayConnection('DataTest', DataTest);

@InputType({ description: 'A data test as it shall be.' })
export class SaveDataTestInput {
  @Field(() => ID, { nullable: true, description: 'The test to change; a new one when left out.' })
  id!: string | null;

  @Field(() => String, { description: 'Name of the entity type.' })
  entityType!: string;

  @Field(() => DataTestKind, { description: 'What it asks.' })
  kind!: DataTestKind;

  @Field(() => String, { nullable: true, description: 'The attribute, or the relation of REFERENTIAL.' })
  attribute!: string | null;

  @Field(() => String, { nullable: true, description: 'Least: a number, a day as YYYY-MM-DD, or a number of records.' })
  minimum!: string | null;

  @Field(() => String, { nullable: true, description: 'Most: a number, a day as YYYY-MM-DD, TODAY, or a number of records.' })
  maximum!: string | null;

  @Field(() => Int, { nullable: true, description: 'FRESHNESS: how old the newest value may be.' })
  maxAgeHours!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of what is checked that may fail; none when left out.' })
  tolerance!: number | null;

  @Field(() => DataTestSeverity, { nullable: true, description: 'How much it matters; WARNING when left out.' })
  severity!: DataTestSeverity | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is run; it is when left out.' })
  enabled!: boolean | null;
}

@ObjectType('DataTestSaved', { description: 'The test is kept; it has run.', simpleResolvers: true })
export class DataTestSaved {
  @Field(() => DataTest, { description: 'The test with its result.' })
  test!: DataTest;
}

export const SaveDataTestResult = createUnionType({
  name: 'SaveDataTestResult',
  description: 'The test was kept, or what is wrong with it.',
  types: () => [DataTestSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : DataTestSaved),
});

@ObjectType('EntityQuality', {
  description: 'What the data tests of an entity type and the control totals of its sources come to.',
  simpleResolvers: true,
})
export class EntityQuality {
  @Field(() => Float, { description: '0…1; 1: nothing is wrong. It lowers the confidence of answers.' })
  score!: number;

  @Field(() => Int, { description: 'How many tests and totals are not as they should be.' })
  failing!: number;

  @Field(() => [String], { description: 'Why, in sentences; none for those whom rules about data restrict: they count all records.' })
  reasons!: string[];

  @Field(() => GraphQLDateTime, { description: 'Since when it is so.' })
  changedAt!: Date;
}

/** The graph's view of a test; what it counted over all records is not for those under any rule. */
export function dataTestOf(row: DataTestRow, restricted: boolean, { entities }: SemanticModel): DataTest {
  const entity = entities.find((each) => keyOf(each) === row.entityName);
  const name = (key: string): string => (entity === undefined ? key : nameOf(entity, key));
  const { id, entityName, kind, tolerance, severity, origin, enabled, status, checked, failing } = row;
  return Object.assign(new DataTest(), {
    id, kind, tolerance, severity, enabled, status, row,
    entityTypeName: entity?.name ?? entityName,
    attribute: row.attribute == null ? null : name(row.attribute),
    minimum: row.minimum ?? null,
    maximum: row.maximum ?? null,
    maxAgeHours: row.maxAgeHours ?? null,
    proposed: origin === 'PROPOSED',
    checked: restricted ? 0 : checked,
    failing: restricted ? 0 : failing,
    finding: restricted || status !== 'FAILING' ? null : reasonOf(row, name),
    lastRunAt: row.lastRunAt ?? null,
    failingSince: row.failingSince ?? null,
  }); // prettier-ignore
}
