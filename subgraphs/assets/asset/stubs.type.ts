import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Connection', { description: 'A connected source.', simpleResolvers: true })
export class Connection {
  @Field(() => ID, { description: 'Identifies the connection.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('SourceObject', { description: 'A table-like thing of a source.', simpleResolvers: true })
export class SourceObject {
  @Field(() => ID, { description: 'Identifies the object.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { description: 'A person of the tenant.', simpleResolvers: true })
export class User {
  @Field(() => ID, { description: 'Identifies the user.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Run', { description: 'A durable run.', simpleResolvers: true })
export class Run {
  @Field(() => ID, { description: 'Identifies the run for good.' })
  id!: string;
}

/** An entity of another subgraph by its key: the gateway asks its owner for the rest. */
export function referTo<Entity extends { id: string }>(type: new () => Entity, id: string): Entity {
  return Object.assign(new type(), { id });
}
