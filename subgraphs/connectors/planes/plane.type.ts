import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { FabricPlaneKind, PLANE_KINDS } from './plane-kinds.ts';

registerEnumType(FabricPlaneKind, {
  name: 'FabricPlaneKind',
  description: 'What kind of fabric plane it is.',
  valuesConfig: Object.fromEntries(Object.entries(PLANE_KINDS).map(([kind, { description }]) => [kind, { description }])),
});

export const PlaneStatus = { UP: 'UP', DEGRADED: 'DEGRADED', DOWN: 'DOWN', UNKNOWN: 'UNKNOWN' } as const;
export type PlaneStatus = (typeof PlaneStatus)[keyof typeof PlaneStatus];
registerEnumType(PlaneStatus, {
  name: 'FabricPlaneStatus',
  description: 'How a plane is.',
  valuesConfig: {
    UP: { description: 'It answered as it should when it was last looked at.' },
    DEGRADED: { description: 'It answers, but not as it should: slow, limited, or it does not let us in.' },
    DOWN: { description: 'It does not answer.' },
    UNKNOWN: { description: 'It was not looked at yet, or cannot be asked.' },
  },
});

@ObjectType({ description: 'One setting of a plane; secrets are not among them.', simpleResolvers: true })
export class FabricPlaneSetting {
  @Field(() => String, { description: 'Its name in the form (fabricPlaneCatalogue).' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('FabricPlane', {
  description: 'Something that connections go through instead of calling point to point.',
  simpleResolvers: true,
})
export class FabricPlane {
  @Field(() => ID, { description: 'Identifies the plane for good.' })
  id!: string;

  @Field(() => FabricPlaneKind, { description: 'What kind of plane it is.' })
  kind!: FabricPlaneKind;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'Where it is.' })
  address!: string;

  @Field(() => PlaneStatus, { description: 'How it was when it was last looked at.' })
  status!: PlaneStatus;

  @Field(() => String, { nullable: true, description: 'Why it is so; null when there is nothing to say.' })
  statusReason?: string | null | undefined;

  @Field(() => Int, { nullable: true, description: 'Milliseconds it took to answer then; null when it did not.' })
  latencyMs?: number | null | undefined;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last looked at.' })
  checkedAt?: Date | null | undefined;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  /** By name; shown as a list. */
  settings!: Record<string, string>;
}

export const FabricPlaneConnection = relayConnection('FabricPlane', FabricPlane);
