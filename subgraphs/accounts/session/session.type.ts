import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { Role, type UserViewer } from '../../kernel/viewer/viewer.ts';

@ObjectType('Viewer', { description: 'Who is asking.', simpleResolvers: true })
export class ViewerType {
  @Field(() => Role, { description: 'The role of this session.' })
  role!: Role;

  /** Behind the computed fields; not part of the graph. */
  viewer!: UserViewer;
}

@ObjectType({ description: 'A log-in that worked.', simpleResolvers: true })
export class Session {
  @Field(() => String, { description: 'Send as `Authorization: Bearer …`.' })
  token!: string;

  @Field(() => GraphQLDateTime, { description: 'When the token stops working.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Exchange it with refreshSession before the token stops working; each works once. Null where logging in again is as easy.',
  })
  refreshToken!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the refresh token stops working unless it is used.' })
  refreshExpiresAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Keep it on the device and send it as `device` at the next log-in: whatever strangers try meanwhile, it is not slowed by it.',
  })
  deviceProof!: string | null;

  @Field(() => ViewerType, { description: 'Who is logged in now.' })
  viewer!: ViewerType;
}

@ObjectType({ description: 'A one-time code that logs its maker in on another device: open /welcome#code.', simpleResolvers: true })
export class LogInLink {
  @Field(() => String, { description: 'The code; works once.' })
  code!: string;

  @Field(() => GraphQLDateTime, { description: 'When the code stops working.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The password was right; the code of the second factor is wanted.', simpleResolvers: true })
export class SecondFactorRequired {
  @Field(() => String, { description: 'Pass it to completeSecondFactor together with the code.' })
  challenge!: string;

  @Field(() => GraphQLDateTime, { description: 'When the challenge stops working.' })
  expiresAt!: Date;
}

const resolveType = (value: object): typeof Session | typeof InputRefused => ('problems' in value ? InputRefused : Session);

export const RegisterTenantResult = createUnionType({
  name: 'RegisterTenantResult',
  description: 'The session of the new tenant’s owner, or what to correct.',
  types: () => [Session, InputRefused] as const,
  resolveType,
});

export const LogInResult = createUnionType({
  name: 'LogInResult',
  description: 'A session, the demand of a second factor, or why there is none.',
  types: () => [Session, SecondFactorRequired, InputRefused] as const,
  resolveType: (value: object) => ('challenge' in value ? SecondFactorRequired : resolveType(value)),
});

export const RefreshSessionResult = createUnionType({
  name: 'RefreshSessionResult',
  description: 'The session with fresh tokens, or why it has ended.',
  types: () => [Session, InputRefused] as const,
  resolveType,
});
