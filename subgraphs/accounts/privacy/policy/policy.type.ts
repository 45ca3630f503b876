import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { PERSONAL_DATA_TYPES } from '../../../kernel/personal-data/finding.ts';
import { PolicyAction, PolicySource } from '../../../kernel/privacy/privacy.entity.ts';
import { User } from '../../user/user.type.ts';
import { Connection } from '../stubs.type.ts';

export const PersonalDataType = Object.fromEntries(PERSONAL_DATA_TYPES.map((type) => [type, type])) as {
  readonly [Type in (typeof PERSONAL_DATA_TYPES)[number]]: Type;
};
registerEnumType(PersonalDataType, {
  name: 'PersonalDataType',
  description: 'A kind of personal data that is looked for.',
  valuesConfig: {
    EMAIL: { description: 'An e-mail address.' },
    PHONE: { description: 'A telephone number.' },
    CARD: { description: 'The number of a payment card, with a right check digit.' },
    IBAN: { description: 'The number of a bank account.' },
    US_SSN: { description: 'A social security number of the United States.' },
    NATIONAL_ID: { description: 'A number by which a state knows a person.' },
    DRIVER_LICENSE: { description: 'The number of a driving licence.' },
    IP: { description: 'An address on the internet.' },
    URL: { description: 'An address on the web.' },
    DATE_OF_BIRTH: { description: 'A date of birth.' },
    DATE_TIME: { description: 'Any date or time.' },
    AGE: { description: 'An age.' },
    PERSON: { description: 'A person’s name.' },
    TITLE: { description: 'A form of address.' },
    ADDRESS: { description: 'A postal address.' },
    LOCATION: { description: 'A place.' },
    NATIONALITY: { description: 'A nationality.' },
    ORGANIZATION: { description: 'An organisation.' },
  },
});
registerEnumType(PolicyAction, {
  name: 'PersonalDataAction',
  description: 'What happens to personal data where it comes in.',
  valuesConfig: {
    ALLOW: { description: 'It comes in, and nothing is said.' },
    WARN: { description: 'It comes in, and the report says so.' },
    REDACT: { description: 'A pseudonym takes its place: the same value always has the same, so that joins survive.' },
    BLOCK: { description: 'A record with it is set aside without the value; a question with it is refused.' },
  },
});
registerEnumType(PolicySource, {
  name: 'PersonalDataSource',
  description: 'Where personal data comes in.',
  valuesConfig: {
    ANY: { description: 'Everywhere.' },
    CONNECTIONS: { description: 'All connections of a kind.' },
    CONNECTION: { description: 'One connection.' },
    QUESTIONS: { description: 'Questions, and the sentences of dashboards.' },
    AGENT_INPUTS: { description: 'What people tell agents, such as comments on approvals.' },
  },
});

@ObjectType({ description: 'What happens to a kind of personal data at a source. The most specific policy holds.', simpleResolvers: true })
export class PersonalDataPolicy {
  @Field(() => PolicySource, { description: 'Where it holds.' })
  source!: PolicySource;

  @Field(() => String, { nullable: true, description: 'The kind of connections it is for; null for everything else.' })
  connectionKind!: string | null;

  @Field(() => Connection, { nullable: true, description: 'The connection it is for; null for everything else.' })
  connection!: Connection | null;

  @Field(() => PersonalDataType, { nullable: true, description: 'The type it is for; null: every type that has no policy of its own.' })
  type!: keyof typeof PersonalDataType | null;

  @Field(() => PolicyAction, { description: 'What happens.' })
  action!: PolicyAction;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was set; null for the platform’s own.' })
  updatedAt!: Date | null;

  @Field(() => User, { nullable: true, description: 'Who set it.' })
  updatedBy!: User | null;
}

@InputType({ description: 'A policy for personal data; it takes the place of the one for the same source and type.' })
export class PersonalDataPolicyInput {
  @Field(() => PolicySource, { description: 'Where it holds.' })
  source!: PolicySource;

  @Field(() => String, { nullable: true, description: 'For CONNECTIONS: their kind, such as FILES.' })
  connectionKind?: string | null;

  @Field(() => ID, { nullable: true, description: 'For CONNECTION: its id.' })
  connectionId?: string | null;

  @Field(() => PersonalDataType, { nullable: true, description: 'The type; left out: every type that has no policy of its own.' })
  type?: keyof typeof PersonalDataType | null;

  @Field(() => PolicyAction, { nullable: true, description: 'What is to happen; null removes the policy.' })
  action?: PolicyAction | null;
}

@ObjectType({ description: 'A policy was set or removed.', simpleResolvers: true })
export class PersonalDataPolicyChanged {
  @Field(() => [PersonalDataPolicy], { description: 'All policies, the most specific first.' })
  policies!: PersonalDataPolicy[];

  @Field(() => String, { description: 'What this means for data that has come in before, in a sentence.' })
  effect!: string;

  @Field(() => Int, { description: 'Values that came in before and that the policy is about, as far as is known.' })
  valuesBefore!: number;

  @Field(() => [Connection], {
    description: 'Connections with data from before: syncConnection with `complete: true` has it come in again under the policy.',
  })
  toSyncAgain!: Connection[];
}

export const SetPersonalDataPolicyResult = createUnionType({
  name: 'SetPersonalDataPolicyResult',
  description: 'The policies as they are now, or what has to be corrected.',
  types: () => [PersonalDataPolicyChanged, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : PersonalDataPolicyChanged),
});
