import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { refusalAsResult } from '../../../kernel/errors/refusal-as-result.ts';
import { userLoader } from '../../user/user.loader.ts';
import type { UserService } from '../../user/user.service.ts';
import type { ErasureRequestRow } from './erasure.entity.ts';
import type { ErasureService } from './erasure.service.ts';
import {
  CancelErasureResult, ConfirmErasureResult, ErasureCertificate, ErasureChanged, ErasureRequest, ErasureRequestConnection, RequestErasureInput, RequestErasureResult,
} from './erasure.type.ts'; // prettier-ignore

/** Certificates are downloaded from here. */
export const CERTIFICATE_PREFIX = '/privacy/certificates/';

@Resolver(() => ErasureRequest)
export class ErasureResolver {
  private readonly service: ErasureService;
  private readonly users: UserService;

  constructor(erasures: ErasureService, users: UserService) {
    this.service = erasures;
    this.users = users;
  }

  @Query(() => ErasureRequestConnection, { description: 'Requests to forget persons, newest first.' })
  async erasureRequests(
    @Ctx() context: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<ErasureRequest>> {
    const page = await this.service.page(requireUser(context.viewer), pageOf(first, after));
    const nodes = await Promise.all(page.nodes.map((row) => this.shown(context, row)));
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index] as ErasureRequest })) };
  }

  @Query(() => ErasureRequest, { nullable: true, description: 'One request; null when there is no such one.' })
  async erasureRequest(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ErasureRequest | null> {
    const row = await this.service.load(requireUser(context.viewer), id);
    return row === null ? null : this.shown(context, row);
  }

  @Query(() => ErasureCertificate, { nullable: true, description: 'Proof that somebody was forgotten; null until it is done.' })
  async erasureCertificate(
    @Ctx() { viewer }: GraphContext,
    @Arg('requestId', () => ID, { description: 'The request’s id.' }) requestId: string,
  ): Promise<ErasureCertificate | null> {
    const row = await this.service.load(requireUser(viewer), requestId);
    if (row?.certificate == null || row.certificateHash == null) return null;
    const document = JSON.parse(row.certificate) as Record<string, unknown>;
    return { requestId: row.id, document, hash: row.certificateHash, path: `${CERTIFICATE_PREFIX}${row.id}` };
  }

  @Mutation(() => RequestErasureResult, {
    description:
      'Asks that a person be forgotten: looks for them everywhere, and waits for a second person’s word before anything changes.',
  })
  async requestErasure(
    @Ctx() context: GraphContext,
    @Arg('input', () => RequestErasureInput, { description: 'Who, and what becomes of them.' }) input: RequestErasureInput,
  ): Promise<ErasureChanged | InputRefused> {
    const result = await this.service.request(requireUser(context.viewer), input);
    return Array.isArray(result) ? inputRefused(result) : this.changed(context, result);
  }

  @Mutation(() => ConfirmErasureResult, {
    description: 'Confirms what was found and has it forgotten. Whoever asked for it cannot, unless nobody else looks after the workspace.',
  })
  confirmErasure(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'The request.' }) id: string,
  ): Promise<ErasureChanged | InputRefused> {
    return refusalAsResult(async () => this.changed(context, await this.service.confirm(requireUser(context.viewer), id)), 'id');
  }

  @Mutation(() => CancelErasureResult, { description: 'Takes a request back that nobody has confirmed yet.' })
  cancelErasure(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'The request.' }) id: string,
  ): Promise<ErasureChanged | InputRefused> {
    return refusalAsResult(async () => this.changed(context, await this.service.cancel(requireUser(context.viewer), id)), 'id');
  }

  private async changed(context: GraphContext, row: ErasureRequestRow): Promise<ErasureChanged> {
    return Object.assign(new ErasureChanged(), { request: await this.shown(context, row) });
  }

  private async shown({ viewer, loaders }: GraphContext, row: ErasureRequestRow): Promise<ErasureRequest> {
    const users = userLoader(loaders, this.users, requireUser(viewer));
    const { id, status, treatment, subject, reason, requestedAt } = row;
    return {
      id,
      status,
      treatment,
      subject,
      reason,
      requestedAt,
      found: row.preview ?? null,
      requestedBy: await users.load(row.requestedBy),
      confirmedBy: row.confirmedBy == null ? null : await users.load(row.confirmedBy),
      confirmedAt: row.confirmedAt ?? null,
      finishedAt: row.finishedAt ?? null,
    };
  }
}
