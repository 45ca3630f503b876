import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { userLoader } from '../../user/user.loader.ts';
import type { UserService } from '../../user/user.service.ts';
import { IdentifierInput } from '../erasure/erasure.type.ts';
import type { PersonExportRow } from './export.entity.ts';
import type { ExportService } from './export.service.ts';
import { ExportPersonResult, type PersonExport, PersonExportConnection, PersonExportStarted } from './export.type.ts';

/** Archives are downloaded from here. */
export const EXPORT_PREFIX = '/privacy/exports/';

@Resolver()
export class ExportResolver {
  private readonly service: ExportService;
  private readonly users: UserService;

  constructor(exports: ExportService, users: UserService) {
    this.service = exports;
    this.users = users;
  }

  @Query(() => PersonExportConnection, { description: 'Archives about persons, newest first; each is deleted after a day.' })
  async personExports(
    @Ctx() context: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<PersonExport>> {
    const page = await this.service.page(requireUser(context.viewer), pageOf(first, after));
    const nodes = await Promise.all(page.nodes.map((row) => this.shown(context, row)));
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index] as PersonExport })) };
  }

  @Mutation(() => ExportPersonResult, { description: 'Collects everything that is known about a person into an archive to hand out.' })
  async exportPerson(
    @Ctx() context: GraphContext,
    @Arg('identifiers', () => [IdentifierInput], { description: 'By what the person is found, 1 to 20.' }) identifiers: IdentifierInput[],
  ): Promise<PersonExportStarted | InputRefused> {
    const result = await this.service.request(requireUser(context.viewer), identifiers);
    if (Array.isArray(result)) return inputRefused(result);
    return Object.assign(new PersonExportStarted(), { export: await this.shown(context, result) });
  }

  private async shown({ viewer, loaders }: GraphContext, row: PersonExportRow): Promise<PersonExport> {
    const { id, status, subject, records, truncated, requestedAt, expiresAt } = row;
    const path = status === 'READY' ? `${EXPORT_PREFIX}${id}` : null;
    const requestedBy = await userLoader(loaders, this.users, requireUser(viewer)).load(row.requestedBy);
    return { id, status, subject, records, truncated, path, requestedAt, expiresAt, requestedBy };
  }
}
