import { GraphQLDate } from 'graphql-scalars';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { Attribute } from '../metrics/metric.type.ts';
import { UnitKind } from '../metrics/metric-enums.ts';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Connection', { description: 'A source that was connected.', simpleResolvers: true })
export class Connection {
  @Field(() => ID, { description: 'Identifies the connection for good.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('SourceObject', { description: 'One table-like thing of a source: a file, a sheet, a table.', simpleResolvers: true })
export class SourceObject {
  @Field(() => ID, { description: 'Identifies the object for good.' })
  id!: string;
}

@ObjectType('Delta', { description: 'What changed since the period compared with.', simpleResolvers: true })
export class Delta {
  @Field(() => Float, { description: 'The difference, in the unit of the value.' })
  absolute!: number;

  @Field(() => Float, { nullable: true, description: 'The difference relative to the previous value; null when that is nought.' })
  relative!: number | null;

  @Field(() => String, { description: 'The period compared with.' })
  versus!: string;

  @Field(() => Float, { description: 'The value then.' })
  previousValue!: number;
}

@ObjectType('ResultColumn', { description: 'A column of the table behind an answer.', simpleResolvers: true })
export class ResultColumn {
  @Field(() => String, { description: 'Stable name.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => UnitKind, { nullable: true, description: 'What its numbers count; null for other columns.' })
  unit!: UnitKind | null;

  @Field(() => String, { description: 'Type of its cells: an attribute type, a unit, or a calendar grain.' })
  type!: string;
}

@ObjectType('SeriesPoint', { description: 'The value of one period.', simpleResolvers: true })
export class SeriesPoint {
  @Field(() => String, { description: 'What the period is called.' })
  period!: string;

  @Field(() => GraphQLDate, { description: 'Its first day.' })
  start!: string;

  @Field(() => Float, { nullable: true, description: 'The value; null when there is none.' })
  value!: number | null;
}

@ObjectType('BreakdownItem', { description: 'One group of a breakdown.', simpleResolvers: true })
export class BreakdownItem {
  @Field(() => String, { description: 'The group.' })
  label!: string;

  @Field(() => Float, { nullable: true, description: 'Its value.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its share of the whole, when parts add up to it.' })
  share!: number | null;
}

@ObjectType('LineageEntry', { description: 'A source object an answer was computed from.', simpleResolvers: true })
export class LineageEntry {
  @Field(() => Connection, { description: 'The connection it came through.' })
  connection!: Connection;

  @Field(() => SourceObject, { description: 'The object itself.' })
  object!: SourceObject;

  @Field(() => [String], { description: 'Its columns that were used.' })
  columns!: string[];

  @Field(() => String, { description: 'The entity type they became.' })
  entity!: string;

  @Field(() => [Attribute], { description: 'The attributes they became.' })
  attributes!: Attribute[];
}
