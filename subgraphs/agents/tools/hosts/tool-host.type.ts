import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';

@ObjectType({ description: 'A host outside that agents may call.', simpleResolvers: true })
export class ToolHost {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => String, { description: 'Its name or address, with a port where it is not the usual one.' })
  host!: string;

  @Field(() => [String], { description: 'Names of the headers that are sent along with every call; their values are never shown.' })
  headerNames!: string[];

  @Field(() => GraphQLDateTime, { description: 'When it was saved last.' })
  savedAt!: Date;
}

export const ToolHostConnection = relayConnection('ToolHost', ToolHost);

@InputType({ description: 'A header that is sent along with calls of a host.' })
export class ToolHeaderInput {
  @Field(() => String, { description: 'Its name: `authorization`.' })
  name!: string;

  @Field(() => String, { description: 'Its value. It is sealed, and never shown again.' })
  value!: string;
}

@InputType({ description: 'A host that agents may call.' })
export class SaveToolHostInput {
  @Field(() => String, {
    description: 'Its name or address, with a port where it is not the usual one. One that is there already is replaced.',
  })
  host!: string;

  @Field(() => [ToolHeaderInput], { defaultValue: [], description: 'Headers that are sent along with every call, at most 10.' })
  headers!: ToolHeaderInput[];
}

@ObjectType({ description: 'A host was saved.', simpleResolvers: true })
export class ToolHostSaved {
  @Field(() => ToolHost, { description: 'The host.' })
  host!: ToolHost;
}

export const SaveToolHostResult = createUnionType({
  name: 'SaveToolHostResult',
  description: 'The host, or what to correct.',
  types: () => [ToolHostSaved, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : ToolHostSaved),
});
