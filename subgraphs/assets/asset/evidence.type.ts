import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const EvidencePlane = {
  DISCOVERY: 'DISCOVERY',
  IDP: 'IDP',
  CMDB: 'CMDB',
  CLOUD: 'CLOUD',
  FINANCE: 'FINANCE',
  SECURITY: 'SECURITY',
} as const;
export type EvidencePlane = (typeof EvidencePlane)[keyof typeof EvidencePlane];
registerEnumType(EvidencePlane, {
  name: 'EvidencePlane',
  description: 'Which kind of telemetry something comes from.',
  valuesConfig: {
    DISCOVERY: { description: 'Sensors that see what is used: browsers, DNS, proxies, endpoints.' },
    IDP: { description: 'The identity provider.' },
    CMDB: { description: 'The list of what the company says it runs.' },
    CLOUD: { description: 'The cloud’s own inventory.' },
    FINANCE: { description: 'The books: contracts and payments.' },
    SECURITY: { description: 'Attestations of security.' },
  },
});

@ObjectType('AssetEvidence', { description: 'What one record, or several of the same source, say of an asset.', simpleResolvers: true })
export class AssetEvidence {
  @Field(() => EvidencePlane, { description: 'Which kind of telemetry it comes from.' })
  plane!: EvidencePlane;

  @Field(() => String, { description: 'What it says, in a sentence.' })
  says!: string;

  @Field(() => String, { nullable: true, description: 'The record in its source: its id, else its number; null where none is kept.' })
  record!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'The moment it tells of; null where it tells none.' })
  at!: Date | null;

  @Field(() => Int, { description: 'How many records say so.' })
  count!: number;

  /** Its place among the asset's evidence; behind its cursor. */
  position!: number;
}

export const AssetEvidenceConnection = relayConnection('AssetEvidence', AssetEvidence);
