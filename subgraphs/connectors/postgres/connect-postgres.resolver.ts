import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { ConnectPostgresResult, ConnectionStarted } from '../connections/connection.type.ts';
import { ConnectPostgresInput } from './connect-postgres.input.ts';
import type { ConnectPostgresService } from './connect-postgres.service.ts';

@Resolver()
export class ConnectPostgresResolver {
  private readonly databases: ConnectPostgresService;

  constructor(databases: ConnectPostgresService) {
    this.databases = databases;
  }

  @Mutation(() => ConnectPostgresResult, { description: 'Connects a PostgreSQL database and starts its first sync.' })
  async connectPostgres(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ConnectPostgresInput, { description: 'Which database.' }) input: ConnectPostgresInput,
  ): Promise<ConnectionStarted | InputRefused> {
    const { url, name = null, schemas = null } = input;
    const result = await this.databases.connect(requireUser(viewer), { url, name, schemas });
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new ConnectionStarted(), result);
  }
}
