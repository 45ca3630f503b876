import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import type { AssetFacts } from './asset-facts.ts';

export const AssetKind = { CONNECTION: 'CONNECTION', DATA_OBJECT: 'DATA_OBJECT' } as const;
export type AssetKind = (typeof AssetKind)[keyof typeof AssetKind];
registerEnumType(AssetKind, {
  name: 'AssetKind',
  description: 'What an asset stands for.',
  valuesConfig: {
    CONNECTION: { description: 'A connected source.' },
    DATA_OBJECT: { description: 'A table-like thing of a source, also one that is not read.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Asset', { description: 'Something the company runs that holds data.', simpleResolvers: true })
export class Asset {
  @Field(() => ID, { description: 'Identifies the asset for good; the same source is always the same asset.' })
  id!: string;

  @Field(() => String, { description: 'What it is called at its source.' })
  name!: string;

  @Field(() => AssetKind, { description: 'What it stands for.' })
  kind!: AssetKind;

  @Field(() => Int, { nullable: true, description: 'Records it held when last synced; null when it is not read as a table, or not yet.' })
  recordCount!: number | null;

  @Field(() => GraphQLDateTime, { description: 'When it was first met.' })
  firstSeenAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last met at its source.' })
  lastSeenAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When its connection was removed; null while it is connected.' })
  removedAt!: Date | null;

  /** Behind the computed fields; not part of the graph. */
  sourceId!: string;
  connectionId!: string;
  parentId!: string | null;
  ownerId!: string | null;
  facts!: AssetFacts;
}

export const AssetConnection = relayConnection('Asset', Asset);
