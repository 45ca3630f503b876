import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Connection', { description: 'A source that was connected.', simpleResolvers: true })
export class Connection {
  @Field(() => ID, { description: 'Identifies the connection for good.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('SourceObject', { description: 'One table-like thing of a source: a file, a sheet, a table.', simpleResolvers: true })
export class SourceObject {
  @Field(() => ID, { description: 'Identifies the object for good.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { description: 'A person (or a program) that belongs to a tenant.', simpleResolvers: true })
export class User {
  @Field(() => ID, { description: 'Identifies the user for good.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Run', { description: 'A durable run.', simpleResolvers: true })
export class Run {
  @Field(() => ID, { description: 'Identifies the run for good.' })
  id!: string;
}

/** A reference to an entity of another subgraph. */
export function refer<T extends { id: string }>(type: new () => T, id: string): T {
  return Object.assign(new type(), { id });
}
