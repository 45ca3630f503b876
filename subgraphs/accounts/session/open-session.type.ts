import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const SessionWay = {
  REGISTRATION: 'REGISTRATION',
  PASSWORD: 'PASSWORD',
  LINK: 'LINK',
  LOCAL_KEY: 'LOCAL_KEY',
  INVITATION: 'INVITATION',
  SINGLE_SIGN_ON: 'SINGLE_SIGN_ON',
  WORKSPACE: 'WORKSPACE',
} as const;
export type SessionWay = (typeof SessionWay)[keyof typeof SessionWay];
registerEnumType(SessionWay, {
  name: 'SessionWay',
  description: 'How a session began.',
  valuesConfig: {
    REGISTRATION: { description: 'The tenant was registered.' },
    PASSWORD: { description: 'With e-mail and password, and the second factor where there is one.' },
    LINK: { description: 'With a one-time link.' },
    LOCAL_KEY: { description: 'With the key in the data folder of a personal machine.' },
    INVITATION: { description: 'An invitation was accepted.' },
    SINGLE_SIGN_ON: { description: 'Through the identity provider of the company.' },
    WORKSPACE: { description: 'From another workspace of the same person.' },
  },
});

/** Why a session ended before its time. */
export type SessionEnd = 'LOG_OUT' | 'REVOKED' | 'PASSWORD' | 'REUSE' | 'TOO_MANY' | 'REMOVED';

@ObjectType('OpenSession', { description: 'Where somebody is logged in.', simpleResolvers: true })
export class OpenSession {
  @Field(() => ID, { description: 'Identifies the session; not a secret.' })
  id!: string;

  @Field(() => SessionWay, { description: 'How it began.' })
  way!: SessionWay;

  @Field(() => String, { description: 'Browser and system, as the caller said, such as "Firefox on Linux".' })
  device!: string;

  @Field(() => String, { nullable: true, description: 'The network address it was last used from; null when unknown.' })
  address?: string | null | undefined;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last opened or refreshed.' })
  lastUsedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it ends unless it is used.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;
}

export const OpenSessionConnection = relayConnection('OpenSession', OpenSession);

@ObjectType({ description: 'Sessions that work no longer.', simpleResolvers: true })
export class SessionsEnded {
  @Field(() => Int, { description: 'How many there were.' })
  count!: number;
}

export const RevokeSessionResult = createUnionType({
  name: 'RevokeSessionResult',
  description: 'That the session has ended, or why it has not.',
  types: () => [SessionsEnded, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SessionsEnded),
});

/** The result of ending so many. */
export function sessionsEnded(count: number): SessionsEnded {
  return Object.assign(new SessionsEnded(), { count });
}
