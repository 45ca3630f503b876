import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

@ObjectType({ description: 'A server of the Model Context Protocol whose tools agents may use.', simpleResolvers: true })
export class McpServer {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => String, { description: 'Its tools are called `mcp.<name>.<tool>`.' })
  name!: string;

  @Field(() => String, { description: 'Where it answers.' })
  url!: string;

  @Field(() => Boolean, { description: 'Whether a token is sent along; it is never shown.' })
  hasToken!: boolean;

  @Field(() => [String], { description: 'Names of the tools that agents may use, at most 200; no others.' })
  allowedTools!: string[];

  @Field(() => [String], { description: 'Names of the tools that it offered when it was asked last.' })
  offeredTools!: string[];

  @Field(() => String, { nullable: true, description: 'Why it could not be asked; null when it could.' })
  problem!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was asked last what it offers.' })
  askedAt!: Date | null;
}

export const McpServerConnection = relayConnection('McpServer', McpServer);

@InputType({ description: 'A server whose tools agents may use.' })
export class SaveMcpServerInput {
  @Field(() => String, { description: 'Lower case letters, digits and hyphens. One that is there already is changed.' })
  name!: string;

  @Field(() => String, { description: 'The address of its streamable HTTP endpoint.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Sent along as a bearer token. It is sealed, and never shown again; left out: the one that there is stays, unless the server is another; null: none.',
  })
  token?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Names of the tools that agents may use, at most 200.' })
  allowedTools!: string[];
}

@ObjectType({ description: 'A server was saved and asked what it offers.', simpleResolvers: true })
export class McpServerSaved {
  @Field(() => McpServer, { description: 'The server.' })
  server!: McpServer;
}

export const SaveMcpServerResult = createUnionType({
  name: 'SaveMcpServerResult',
  description: 'The server, or what to correct.',
  types: () => [McpServerSaved, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : McpServerSaved),
});
