import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { PolicyAction } from '../../../kernel/privacy/privacy.entity.ts';
import { PersonalDataType } from '../policy/policy.type.ts';
import { Connection } from '../stubs.type.ts';

export const FoundAt = { CONNECTION: 'CONNECTION', QUESTIONS: 'QUESTIONS', AGENT_INPUTS: 'AGENT_INPUTS' } as const;
export type FoundAt = (typeof FoundAt)[keyof typeof FoundAt];
registerEnumType(FoundAt, {
  name: 'PersonalDataFoundAt',
  description: 'Where personal data was found.',
  valuesConfig: {
    CONNECTION: { description: 'In a connected source.' },
    QUESTIONS: { description: 'In questions or dashboards.' },
    AGENT_INPUTS: { description: 'In what people told agents.' },
  },
});

@ObjectType({ description: 'Personal data that was found somewhere; never the values themselves.', simpleResolvers: true })
export class PersonalDataFinding {
  @Field(() => ID, { description: 'Identifies the finding.' })
  id!: string;

  @Field(() => FoundAt, { description: 'Where it was found.' })
  source!: FoundAt;

  @Field(() => Connection, { nullable: true, description: 'The connection it came by; null when it was no connection.' })
  connection!: Connection | null;

  @Field(() => String, { description: 'The connection’s name, or what else it came by.' })
  sourceName!: string;

  @Field(() => String, { nullable: true, description: 'The table or file.' })
  objectName!: string | null;

  @Field(() => String, { nullable: true, description: 'The column.' })
  columnName!: string | null;

  @Field(() => PersonalDataType, { description: 'What it is.' })
  type!: keyof typeof PersonalDataType;

  @Field(() => Int, { description: 'How many values.' })
  count!: number;

  @Field(() => Boolean, { description: 'Whether the number was told from samples; else every value was looked at.' })
  estimated!: boolean;

  @Field(() => Float, { description: 'How sure it is, 0 to 1.' })
  confidence!: number;

  @Field(() => PolicyAction, { description: 'What was done with it when it last came in.' })
  action!: PolicyAction;

  @Field(() => GraphQLDateTime, { description: 'When it came in first.' })
  firstSeenAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it came in last.' })
  lastSeenAt!: Date;
}

export const PersonalDataFindingConnection = relayConnection('PersonalDataFinding', PersonalDataFinding);
