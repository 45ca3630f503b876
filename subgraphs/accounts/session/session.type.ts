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

const resolveType = (value: object): typeof Session | typeof InputRefused => ('problems' in value ? InputRefused : Session);

export const RegisterTenantResult = createUnionType({
  name: 'RegisterTenantResult',
  description: 'The session of the new tenant’s owner, or what to correct.',
  types: () => [Session, InputRefused] as const,
  resolveType,
});

export const LogInResult = createUnionType({
  name: 'LogInResult',
  description: 'A session, or why there is none.',
  types: () => [Session, InputRefused] as const,
  resolveType,
});
