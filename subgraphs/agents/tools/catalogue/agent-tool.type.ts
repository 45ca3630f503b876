import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';

const ToolEffect = { READ: 'READ', KEYED: 'KEYED', OUTSIDE: 'OUTSIDE' } as const;
type ToolEffect = (typeof ToolEffect)[keyof typeof ToolEffect];

registerEnumType(ToolEffect, {
  name: 'ToolEffect',
  description: 'What calling a tool twice comes to.',
  valuesConfig: {
    READ: { description: 'It changes nothing.' },
    KEYED: { description: 'It happens once: a repeated call gets the first reply.' },
    OUTSIDE: {
      description:
        'It changes something that keeps no account of calls; one that was cut off is in doubt until somebody says what became of it.',
    },
  },
});

@ObjectType({ description: 'Something that agents can do.', simpleResolvers: true })
export class AgentTool {
  @Field(() => String, { description: 'Identifies it: `graph.query`, `notify`, `mcp.<server>.<tool>` …' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  title!: string;

  @Field(() => String, { description: 'What it does.' })
  description!: string;

  @Field(() => Int, { description: 'How much it can do at most: 1 shows, 2 tells or asks, 3 changes, 4 takes away.' })
  complexity!: number;

  @Field(() => ToolEffect, { description: 'What calling it twice comes to.' })
  effect!: ToolEffect;

  @Field(() => GraphQLJSONObject, { description: 'What it is given, as JSON Schema.' })
  schema!: Readonly<Record<string, unknown>>;
}

export const AgentToolConnection = relayConnection('AgentTool', AgentTool);
