import { Arg, createUnionType, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Connection } from '../connections/connection.type.ts';
import type { PasswordService } from './password.service.ts';

@ObjectType({ description: 'A connection is opened with another password from now on.', simpleResolvers: true })
class ConnectionPasswordChanged {
  @Field(() => Connection, { description: 'The connection.' })
  connection!: Connection;
}

const ChangeConnectionPasswordResult = createUnionType({
  name: 'ChangeConnectionPasswordResult',
  description: 'The connection, or what has to be corrected first.',
  types: () => [ConnectionPasswordChanged, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : ConnectionPasswordChanged),
});

@Resolver()
export class PasswordResolver {
  private readonly passwords: PasswordService;

  constructor(passwords: PasswordService) {
    this.passwords = passwords;
  }

  @Mutation(() => ChangeConnectionPasswordResult, {
    description:
      'Changes the password, key or token that a connection is opened with, once the source has taken it. It is never shown. Errors: CONNECTION_NOT_FOUND.',
  })
  async changeConnectionPassword(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection.' }) id: string,
    @Arg('password', () => String, { description: 'The new password, key or token.' }) password: string,
  ): Promise<ConnectionPasswordChanged | InputRefused> {
    const changed = await this.passwords.change(requireUser(viewer), id, password);
    return Array.isArray(changed) ? inputRefused(changed) : { connection: changed };
  }
}
