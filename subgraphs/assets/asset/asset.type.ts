import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import type { Reason } from '../discovery/classify/asset.ts';
import { AssetScores } from './asset-scores.type.ts';
import type { AssetFacts } from './asset-facts.ts';
import { AssetActivity, AssetAdmission, AssetClass, AssetKeyKind } from './judged.type.ts';

export const AssetKind = { CONNECTION: 'CONNECTION', DATA_OBJECT: 'DATA_OBJECT', APPLICATION: 'APPLICATION' } as const;
export type AssetKind = (typeof AssetKind)[keyof typeof AssetKind];
registerEnumType(AssetKind, {
  name: 'AssetKind',
  description: 'What an asset stands for.',
  valuesConfig: {
    CONNECTION: { description: 'A connected source.' },
    DATA_OBJECT: { description: 'A table-like thing of a source, also one that is not read.' },
    APPLICATION: { description: 'An application, service or system that telemetry tells of.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Asset', { description: 'Something the company runs, or that holds its data.', simpleResolvers: true })
export class Asset {
  @Field(() => ID, { description: 'Identifies the asset for good; the same source, or the same key, is always the same asset.' })
  id!: string;

  @Field(() => String, { description: 'What it is called at its source.' })
  name!: string;

  @Field(() => AssetKind, { description: 'What it stands for.' })
  kind!: AssetKind;

  @Field(() => Int, { nullable: true, description: 'Records it held when last synced; null when it is not read as a table, or not yet.' })
  recordCount!: number | null;

  @Field(() => GraphQLDateTime, { description: 'When it was first met.' })
  firstSeenAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last met at its source, or was last active.' })
  lastSeenAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When its connection was removed, or a scan met it no more; null while it is there.',
  })
  removedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The registrable domain or the name that an application runs under; null for anything else.',
  })
  key!: string | null;

  @Field(() => AssetKeyKind, { nullable: true, description: 'What the key is; null where there is none.' })
  keyKind!: AssetKeyKind | null;

  @Field(() => Boolean, { description: 'Whether it is part of the graph; false: only remembered, see `admission`.' })
  admitted!: boolean;

  @Field(() => AssetAdmission, { nullable: true, description: 'Why an application is admitted or rejected; null for anything else.' })
  admission!: AssetAdmission | null;

  @Field(() => AssetClass, { nullable: true, description: 'What the policy makes of an application; null for anything else.' })
  class!: AssetClass | null;

  @Field(() => AssetActivity, { nullable: true, description: 'Whether an application is used; null for anything else.' })
  activity!: AssetActivity | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the company governs the application; null for anything else.' })
  governed!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the application runs outside of the company; null for anything else.' })
  external!: boolean | null;

  @Field(() => AssetScores, { nullable: true, description: 'What an application risks, costs and matters; null for anything else.' })
  scores!: AssetScores | null;

  /** Behind the computed fields; not part of the graph. */
  sourceId!: string | null;
  connectionId!: string | null;
  parentId!: string | null;
  ownerId!: string | null;
  facts!: AssetFacts;
  findingsKept!: boolean;
  reasonCodes!: readonly Reason[];
  sortedBy!: { risk: number; cost: number; criticality: number };
}

export const AssetConnection = relayConnection('Asset', Asset);
