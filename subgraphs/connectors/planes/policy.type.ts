import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Connection } from '../connections/connection.type.ts';
import { FabricPlaneKind } from './plane-kinds.ts';

@ObjectType({ description: 'The company’s rules about fabric planes.', simpleResolvers: true })
export class PlanePolicy {
  @Field(() => [FabricPlaneKind], { description: 'Kinds that connections may go through.' })
  allowedKinds!: readonly FabricPlaneKind[];

  @Field(() => Boolean, { description: 'Whether connections may call their source directly, through no plane.' })
  directAllowed!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was set; null: it never was, and everything is allowed.' })
  changedAt!: Date | null;

  @Field(() => [Connection], { description: 'Connections that the policy does not let through, by name; at most 100. They are not read until that changes.' })
  refusedConnections!: Connection[];
} // prettier-ignore
