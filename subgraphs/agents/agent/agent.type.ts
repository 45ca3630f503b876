import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Pilot } from './pilots.ts';

registerEnumType(Pilot, {
  name: 'Pilot',
  description: 'What an agent looks after.',
  valuesConfig: {
    FINOPS: { description: 'Money that is spent.' },
    REVOPS: { description: 'Money that is earned.' },
    DATAOPS: { description: 'Data that is connected.' },
    SECOPS: { description: 'Data that must be protected.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Agent', { description: 'A program that works for the tenant and asks before it does what matters.', simpleResolvers: true })
export class Agent {
  @Field(() => ID, { description: 'Identifies the agent for good.' })
  id!: string;

  @Field(() => String, { description: 'What to call it.' })
  name!: string;

  @Field(() => Pilot, { description: 'What it looks after.' })
  pilot!: Pilot;

  @Field(() => String, { description: 'What it is there for, in a sentence.' })
  purpose!: string;
}

export const AgentConnection = relayConnection('Agent', Agent);
