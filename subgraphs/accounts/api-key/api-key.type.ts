import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const ApiKeyStatus = { ACTIVE: 'ACTIVE', REPLACED: 'REPLACED', EXPIRED: 'EXPIRED', REVOKED: 'REVOKED' } as const;
export type ApiKeyStatus = (typeof ApiKeyStatus)[keyof typeof ApiKeyStatus];

registerEnumType(ApiKeyStatus, {
  name: 'ApiKeyStatus',
  description: 'Whether an API key works.',
  valuesConfig: {
    ACTIVE: { description: 'It works.' },
    REPLACED: { description: 'Another key takes its place; it works until it expires.' },
    EXPIRED: { description: 'Its time is over.' },
    REVOKED: { description: 'Somebody took it back.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('ApiKey', {
  description: 'A key with which a program acts as an account. Its secret is shown once, when it is made.',
  simpleResolvers: true,
})
export class ApiKey {
  @Field(() => ID, { description: 'Identifies the key for good.' })
  id!: string;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => String, { description: 'How the key begins, to know it again by: `ak_<prefix>_`.' })
  start!: string;

  @Field(() => [String], { nullable: true, description: 'What it is limited to; null: all that its account may.' })
  scopes!: string[] | null;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it stops working; null: when it is revoked.' })
  expiresAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was used last, to about a minute; null: never.' })
  lastUsedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The address it was used from last.' })
  lastUsedFrom!: string | null;

  @Field(() => ApiKeyStatus, { description: 'Whether it works.' })
  status!: ApiKeyStatus;

  /** Behind the computed fields; not part of the graph. */
  userId!: string;
  madeById!: string;
  replacedById!: string | null;
}

export const ApiKeyConnection = relayConnection('ApiKey', ApiKey);

@ObjectType({ description: 'A key that was just made.', simpleResolvers: true })
export class ApiKeyMade {
  @Field(() => ApiKey, { description: 'The key.' })
  key!: ApiKey;

  @Field(() => String, { description: 'The key itself, to be sent as `Authorization: Bearer …`. It is shown this once and kept nowhere.' })
  secret!: string;
}

@ObjectType({ description: 'An action that keys can be limited to.', simpleResolvers: true })
export class Scope {
  @Field(() => String, { description: 'The name of the action, such as `records.read`.' })
  name!: string;

  @Field(() => String, { description: 'What it is, such as “reading records”.' })
  description!: string;

  @Field(() => Boolean, { description: 'Whether your role allows it.' })
  allowed!: boolean;
}

const resolveType = (value: object): typeof ApiKeyMade | typeof InputRefused => ('problems' in value ? InputRefused : ApiKeyMade);

export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  description: 'The new key, or what to correct.',
  types: () => [ApiKeyMade, InputRefused] as const,
  resolveType,
});

export const RotateApiKeyResult = createUnionType({
  name: 'RotateApiKeyResult',
  description: 'The key that takes the place of the other, or what to correct.',
  types: () => [ApiKeyMade, InputRefused] as const,
  resolveType,
});
