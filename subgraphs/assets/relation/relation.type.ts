import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { RELATION_KINDS, type RelationKind } from '../discovery/details/record-details.ts';

export const AssetRelationKind = Object.fromEntries(RELATION_KINDS.map((kind) => [kind, kind])) as {
  readonly [Kind in RelationKind]: Kind;
};
registerEnumType(AssetRelationKind, {
  name: 'AssetRelationKind',
  description: 'What an asset has to do with something else.',
  valuesConfig: {
    RUNS_ON: { description: 'It runs on a cloud, a cluster or a host.' },
    DEPENDS_ON: { description: 'It does not work without the other.' },
    AUTHENTICATES_WITH: { description: 'People sign in to it with the other.' },
    PAID_BY: { description: 'A department pays for it.' },
    OWNED_BY: { description: 'A person or department answers for it.' },
    TALKS_TO: { description: 'It sends data to the other.' },
    HOLDS_DATA_OF: { description: 'It can read what the other holds.' },
  },
});

export const RelationDirection = { OUT: 'OUT', IN: 'IN' } as const;
export type RelationDirection = (typeof RelationDirection)[keyof typeof RelationDirection];
registerEnumType(RelationDirection, {
  name: 'RelationDirection',
  description: 'From which end a relation is looked at.',
  valuesConfig: {
    OUT: { description: 'The asset is what runs on, depends on, talks to the other.' },
    IN: { description: 'The other is what runs on, depends on, talks to the asset.' },
  },
});

@ObjectType('AssetRelation', { description: 'What an asset has to do with something else.', simpleResolvers: true })
export class AssetRelation {
  @Field(() => AssetRelationKind, { description: 'What it is.' })
  kind!: RelationKind;

  @Field(() => RelationDirection, { description: 'Which end the asset is.' })
  direction!: RelationDirection;

  @Field(() => String, { description: 'The other end as it is written.' })
  name!: string;

  @Field(() => Int, { description: 'How many records say so.' })
  count!: number;

  @Field(() => String, { description: 'What they say, in a sentence.' })
  says!: string;

  @Field(() => String, { nullable: true, description: 'One of the records in its source; null where none is kept.' })
  record!: string | null;

  /** Behind the computed fields and the cursor; not part of the graph. */
  otherId!: string | null;
  fromId!: string;
  position!: number;
}

export const AssetRelationConnection = relayConnection('AssetRelation', AssetRelation);

@ObjectType('OwnerSuggestion', { description: 'Somebody who may own an application.', simpleResolvers: true })
export class OwnerSuggestion {
  @Field(() => String, { description: 'Name or e-mail address, as records write it.' })
  who!: string;

  @Field(() => String, {
    description:
      'The kind of record that speaks most for it: CMDB, CONTRACT, IDENTITY, REPOSITORY, TAG, CLOUD, ATTESTATION, DEVICE or LOG_INS.',
  })
  source!: string;

  @Field(() => Float, { description: 'How probable it is, 0 to 1.' })
  confidence!: number;

  @Field(() => Boolean, { description: 'Whether another suggestion is as good: a person has to choose.' })
  tied!: boolean;

  @Field(() => String, { description: 'What speaks for it, in a sentence.' })
  says!: string;

  @Field(() => String, { nullable: true, description: 'One of the records in its source; null where none is kept.' })
  record!: string | null;
}
