import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Connection', { description: 'A connected source.', simpleResolvers: true })
export class Connection {
  @Field(() => ID, { description: 'Identifies the connection.' })
  id!: string;
}
