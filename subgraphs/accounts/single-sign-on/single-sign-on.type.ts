import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { Role } from '../../kernel/viewer/viewer.ts';

@ObjectType({ description: 'Through which identity provider the tenant’s people log in, by OpenID Connect.', simpleResolvers: true })
export class SingleSignOn {
  @Field(() => String, { description: 'The provider, as it names itself.' })
  issuer!: string;

  @Field(() => String, { description: 'What we are called there. The secret is never shown.' })
  clientId!: string;

  @Field(() => [String], { description: 'Domains of the e-mail addresses that may come in.' })
  domains!: string[];

  @Field(() => Role, { description: 'What newcomers are.' })
  defaultRole!: Role;

  @Field(() => Boolean, { description: 'Whether newcomers become members by logging in; else they are invited first.' })
  justInTime!: boolean;

  @Field(() => String, { description: 'Where logging in begins; give it to the people of the company.' })
  signInUrl!: string;

  @Field(() => String, { description: 'To be registered at the provider as redirect address.' })
  redirectUrl!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

@InputType({ description: 'An identity provider, and who of its people may come in.' })
export class ConfigureSingleSignOnInput {
  @Field(() => String, { description: 'The provider’s issuer, such as https://login.example.com/tenant.' })
  issuer!: string;

  @Field(() => String, { description: 'What we are called there.' })
  clientId!: string;

  @Field(() => String, { nullable: true, description: 'Our secret there; the one there is when left out.' })
  clientSecret?: string | null;

  @Field(() => [String], { description: 'Domains of the e-mail addresses that may come in, 1 to 50.' })
  domains!: string[];

  @Field(() => Role, { description: 'VIEWER, ANALYST or OPERATOR.' })
  defaultRole!: Role;

  @Field(() => Boolean, { description: 'Whether newcomers become members by logging in.' })
  justInTime!: boolean;
}

@ObjectType({ description: 'People log in without an identity provider again.', simpleResolvers: true })
export class SingleSignOnRemoved {
  @Field(() => Boolean, { description: 'False when there was none.' })
  removed!: boolean;
}

@ObjectType({ description: 'An identity provider somebody may log in through.', simpleResolvers: true })
export class SingleSignOnOffer {
  @Field(() => String, { description: 'The provider’s host.' })
  name!: string;

  @Field(() => String, { description: 'Where the browser has to go.' })
  url!: string;
}

@ObjectType({ description: 'How somebody can log in.', simpleResolvers: true })
export class SignInMethods {
  @Field(() => Boolean, { description: 'With a password; true also for addresses nobody knows.' })
  password!: boolean;

  @Field(() => SingleSignOnOffer, {
    nullable: true,
    description: 'Through the identity provider of their company; null when there is none.',
  })
  singleSignOn!: SingleSignOnOffer | null;
}

export const ConfigureSingleSignOnResult = createUnionType({
  name: 'ConfigureSingleSignOnResult',
  description: 'How it is set up now, or what to correct.',
  types: () => [SingleSignOn, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SingleSignOn),
});
