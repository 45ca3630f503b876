import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { SourceObject, refer } from '../catalogue/stubs.type.ts';
import type { ControlTotalRow } from './quality.entity.ts';

@ObjectType('ColumnTotal', {
  description: 'A column on its way: what its values come to at the source, landed and unified.',
  simpleResolvers: true,
})
export class ColumnTotal {
  @Field(() => String, { description: 'The column at the source.' })
  column!: string;

  @Field(() => String, { description: 'The column of the typed table.' })
  attribute!: string;

  @Field(() => Float, { nullable: true, description: 'Sum at the source; null where it was not counted whole, or is no number.' })
  source!: number | null;

  @Field(() => Float, { nullable: true, description: 'Sum of what landed; null when it is no number.' })
  landed!: number | null;

  @Field(() => Float, { nullable: true, description: 'Sum of what was unified, in the attribute’s unit; null when it is no number.' })
  unified!: number | null;

  @Field(() => Float, { description: 'Values that are set aside: the attribute cannot keep them. They are still in what landed.' })
  setAside!: number;
}

@ObjectType('ControlTotal', { description: 'What of a table’s records got where, after one sync or publication.', simpleResolvers: true })
export class ControlTotal {
  @Field(() => ID, { description: 'Identifies the measurement.' })
  id!: string;

  @Field(() => SourceObject, { description: 'The table or file.' })
  object!: SourceObject;

  @Field(() => String, { description: 'Its name.' })
  objectName!: string;

  @Field(() => String, { description: 'Name of the entity type its records become.' })
  entityTypeName!: string;

  @Field(() => ID, { nullable: true, description: 'The sync it was measured after; null: a publication.' })
  syncId!: string | null;

  @Field(() => Float, { nullable: true, description: 'Records at the source; null where nothing tells.' })
  sourceRecords!: number | null;

  @Field(() => Float, { description: 'Records that landed; of a sheet whose cells are observations, its cells.' })
  landedRecords!: number;

  @Field(() => Float, { description: 'Records that were unified.' })
  unifiedRecords!: number;

  @Field(() => Float, { description: 'Records that wait in quarantine.' })
  quarantinedRecords!: number;

  @Field(() => [ColumnTotal], { description: 'Columns of numbers, and those whose values go through a transform; 60 at most.' })
  columns!: ColumnTotal[];

  @Field(() => Boolean, { description: 'Whether everything adds up.' })
  balanced!: boolean;

  @Field(() => [String], { description: 'What does not add up, in sentences.' })
  differences!: string[];

  @Field(() => GraphQLDateTime, { description: 'When it was measured.' })
  measuredAt!: Date;
}

export const ControlTotalConnection = relayConnection('ControlTotal', ControlTotal);

/** The graph's view of a measurement. */
export function controlTotalOf(row: ControlTotalRow): ControlTotal {
  const { id, objectId, objectName, entityName, landedRecords, unifiedRecords, quarantinedRecords, columns, differences, measuredAt } = row;
  return Object.assign(new ControlTotal(), {
    id, objectName, landedRecords, unifiedRecords, quarantinedRecords, measuredAt, differences,
    object: refer(SourceObject, objectId),
    entityTypeName: entityName,
    syncId: row.syncId ?? null,
    sourceRecords: row.sourceRecords ?? null,
    columns: columns.map((column) => Object.assign(new ColumnTotal(), column)),
    balanced: differences.length === 0,
  }); // prettier-ignore
}
