import { Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { ConnectionOf } from './page.ts';

@Directive('@shareable')
@ObjectType({ description: 'Where a page of a list ends.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass as `after` to get the next page; null when the page is empty.' })
  endCursor!: string | null;
}

/**
 * Makes the Relay connection type of a node class: `<Name>Connection` and `<Name>Edge`.
 * Resolvers return what `connectionFrom` builds.
 */
export function relayConnection<Node extends object>(name: string, node: ClassType<Node>): ClassType<ConnectionOf<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its cursor.`, simpleResolvers: true })
  class Edge {
    @Field(() => node, { description: 'The item itself.' })
    node!: Node;

    @Field(() => String, { description: 'Names this place in the list; pass as `after`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} items.`, simpleResolvers: true })
  class Connection implements ConnectionOf<Node> {
    @Field(() => [Edge], { description: 'The items of this page with their cursors.' })
    edges!: Edge[];

    @Field(() => [node], { description: 'The items of this page.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in all.' })
    totalCount!: number;
  }
  return Connection;
}
