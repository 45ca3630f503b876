import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';

const SourceFieldType = {
  TEXT: 'TEXT', INTEGER: 'INTEGER', DECIMAL: 'DECIMAL', MONEY: 'MONEY', PERCENT: 'PERCENT', BOOLEAN: 'BOOLEAN', DATE: 'DATE', DATETIME: 'DATETIME',
} as const satisfies Record<ColumnType, ColumnType>; // prettier-ignore
registerEnumType(SourceFieldType, {
  name: 'SourceFieldType',
  description: 'Type of a column, inferred from all its values.',
  valuesConfig: {
    TEXT: { description: 'Text, codes, anything else.' },
    INTEGER: { description: 'Whole numbers.' },
    DECIMAL: { description: 'Numbers with a fraction.' },
    MONEY: { description: 'Amounts of money.' },
    PERCENT: { description: 'Percentages; they land as fractions.' },
    BOOLEAN: { description: 'Yes or no.' },
    DATE: { description: 'Days.' },
    DATETIME: { description: 'Moments in time, in UTC.' },
  },
});

@ObjectType({ description: 'A column of a source object.', simpleResolvers: true })
export class SourceField {
  @Field(() => String, { description: 'Its name at the source, made unique.' })
  name!: string;

  @Field(() => Int, { description: 'Its place, from 0.' })
  position!: number;

  @Field(() => SourceFieldType, { description: 'Its type.' })
  type!: ColumnType;

  @Field(() => String, { nullable: true, description: 'How its values are written at the source, such as MM/DD/YYYY.' })
  format!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code when every amount is in the same currency.' })
  currency!: string | null;

  @Field(() => Boolean, { description: 'Whether some records have no value.' })
  nullable!: boolean;

  @Field(() => Int, { description: 'Distinct values; a lower bound past 100 000.' })
  distinctCount!: number;

  @Field(() => Int, { description: 'Records without a value.' })
  blankCount!: number;

  @Field(() => [String], { description: 'Up to 10 values, normalised.' })
  examples!: string[];

  @Field(() => [String], { description: 'What the type was decided from.' })
  evidence!: string[];

  @Field(() => String, { nullable: true, description: 'What a data dictionary beside it says about the column.' })
  description!: string | null;
}

@ObjectType({ description: 'The columns that tell records apart.', simpleResolvers: true })
export class SourceKey {
  @Field(() => [String], { description: 'Names of the columns.' })
  columns!: string[];

  @Field(() => [String], { description: 'Why they are the key.' })
  evidence!: string[];
}

@ObjectType({ description: 'Columns whose values name records of another object.', simpleResolvers: true })
export class SourceForeignKey {
  @Field(() => [String], { description: 'Names of the columns.' })
  columns!: string[];

  @Field(() => [String], { description: 'Names of the columns they refer to.' })
  targetColumns!: string[];

  @Field(() => Float, { description: 'Share of the values that exist in the target, 0 to 1, compared exactly but for case.' })
  coverage!: number;

  @Field(() => [String], { description: 'Why they refer to it.' })
  evidence!: string[];

  targetObjectId!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('SourceSchema', { description: 'The columns and keys of an object, as discovered.', simpleResolvers: true })
export class SourceSchema {
  @Field(() => ID, { description: 'Identifies this version of the schema.' })
  id!: string;

  @Field(() => String, { description: 'Hash of names and types: another fingerprint is another schema.' })
  fingerprint!: string;

  @Field(() => GraphQLDateTime, { description: 'When this version was first seen.' })
  discoveredAt!: Date;

  @Field(() => [SourceField], { description: 'The columns, in the order of the source.' })
  fields!: SourceField[];

  @Field(() => SourceKey, { nullable: true, description: 'What tells records apart; null when only their content does.' })
  primaryKey!: SourceKey | null;

  @Field(() => [SourceForeignKey], { description: 'Which objects of the connection its columns refer to.' })
  foreignKeys!: SourceForeignKey[];

  objectId!: string;
}
