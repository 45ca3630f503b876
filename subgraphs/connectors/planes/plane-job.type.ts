import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';

export const PlaneJobStatus = {
  WAITING: 'WAITING', RUNNING: 'RUNNING', SUCCEEDED: 'SUCCEEDED', FAILED: 'FAILED', CANCELLED: 'CANCELLED', UNKNOWN: 'UNKNOWN',
} as const; // prettier-ignore
export type PlaneJobStatus = (typeof PlaneJobStatus)[keyof typeof PlaneJobStatus];
registerEnumType(PlaneJobStatus, {
  name: 'FabricPlaneJobStatus',
  description: 'How a job at a plane is.',
  valuesConfig: {
    WAITING: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It runs.' },
    SUCCEEDED: { description: 'It is done.' },
    FAILED: { description: 'It failed, wholly or in part.' },
    CANCELLED: { description: 'Somebody cancelled it.' },
    UNKNOWN: { description: 'The plane says something that we do not know.' },
  },
});

@ObjectType({ description: 'A job at an integration platform or at Airbyte, as it tells of it now.', simpleResolvers: true })
export class FabricPlaneJob {
  @Field(() => ID, { description: 'What the plane calls it.' })
  id!: string;

  @Field(() => String, { description: 'The recipe, workflow, flow or connection that it is of.' })
  name!: string;

  @Field(() => PlaneJobStatus, { description: 'How it is.' })
  status!: PlaneJobStatus;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began.' })
  startedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  @Field(() => Float, { nullable: true, description: 'Records it carried, where the plane says so.' })
  records!: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes it carried, where the plane says so.' })
  bytes!: number | null;

  @Field(() => Float, { nullable: true, description: 'Records that failed, where the plane says so.' })
  failures!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it failed, where the plane says so.' })
  problem!: string | null;
}
