import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Connection } from '../connections/connection.type.ts';

@ObjectType({ description: 'Where a source sends messages to, and what came.', simpleResolvers: true })
export class InboundEndpoint {
  @Field(() => String, {
    description: 'The address to give to the sender; messages are POSTed there, signed with the connection’s secret.',
  })
  address!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the last message came; null when none has.' })
  lastReceivedAt!: Date | null;

  @Field(() => Int, { description: 'How many messages came, repeated ones apart.' })
  received!: number;
}

@ObjectType({ description: 'A connection’s messages are signed with another secret from now on; the one before is accepted for a day.', simpleResolvers: true }) // prettier-ignore
export class InboundSecretRotated {
  @Field(() => String, { description: 'The secret; it is shown this once.' })
  secret!: string;

  @Field(() => Connection, { description: 'The connection.' })
  connection!: Connection;
}
