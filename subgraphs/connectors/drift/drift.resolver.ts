import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';

import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { byId } from '../id.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import { Connection } from '../connections/connection.type.ts';
import { connectionLoader, objectLoader } from '../loaders.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { SourceObject } from '../objects/source-object.type.ts';
import { repairLoader } from '../repairs/repair.loader.ts';
import type { RepairReader } from '../repairs/repair-reader.ts';
import { RepairProposal } from '../repairs/repair.type.ts';
import type { DriftRow } from './drift.entity.ts';
import type { DriftService, WantedDrifts } from './drift.service.ts';
import {
  ConnectionObserved,
  DismissDriftResult,
  Drift,
  DriftConnection,
  DriftDismissed,
  DriftFilter,
  ObserveConnectionResult,
} from './drift.type.ts';
import type { Observer } from './observer.ts';

interface Deps {
  drifts: DriftService;
  repairs: RepairReader;
  observer: Observer;
  connections: ConnectionService;
  objects: SourceObjectService;
}

const PATIENCE_MS = 25_000;
const MAX_SHOWN = 100;
const ALL: WantedDrifts = { connectionId: null, objectId: null, statuses: null, severities: null };

@Resolver(() => Drift)
export class DriftResolver {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  @Query(() => DriftConnection, { description: 'How sources have changed, newest first.' })
  drifts(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => DriftFilter, { nullable: true, description: 'Which ones.' }) filter: DriftFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<DriftRow>> {
    const { connectionId = null, objectId = null, statuses = null, severities = null } = filter ?? {};
    return this.deps.drifts.page(requireUser(viewer), { connectionId, objectId, statuses, severities }, pageOf(first, after));
  }

  @Query(() => Drift, { nullable: true, description: 'One drift; null when there is no such one.' })
  drift(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<DriftRow | null> {
    return byId(id, async () => (await this.deps.drifts.load(requireUser(viewer), [id]))[0] ?? null);
  }

  @Mutation(() => ObserveConnectionResult, {
    description:
      'Looks at a source for drift, without landing anything; a repair that is certain is put in force. Problems: CONNECTION_NOT_FOUND, SYNC_BUSY, and those of the source.',
  })
  observeConnection(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection’s id.' }) id: string,
  ): Promise<ConnectionObserved | InputRefused> {
    const user = requireUser(viewer);
    return refusalAsResult(async () => {
      const observedAt = await this.deps.observer.observe(user.tenantId, id, AbortSignal.timeout(PATIENCE_MS));
      const open: WantedDrifts = { ...ALL, connectionId: id, statuses: ['OPEN'] };
      const { nodes } = await this.deps.drifts.page(user, open, pageOf(MAX_SHOWN, null));
      return Object.assign(new ConnectionObserved(), { observedAt, drifts: nodes });
    }, 'id');
  }

  @Mutation(() => DismissDriftResult, {
    description:
      'Takes the object as it is now: with the next sync the change holds, and what waits lands as it is. Problems: DRIFT_NOT_FOUND, DRIFT_SETTLED.',
  })
  async dismissDrift(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The drift’s id.' }) id: string,
  ): Promise<DriftDismissed | InputRefused> {
    const result = await this.deps.drifts.dismiss(requireUser(viewer), id);
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new DriftDismissed(), { drift: result });
  }

  @FieldResolver(() => Connection, { description: 'The connection it is about.' })
  connection(@Root() drift: Drift, @Ctx() context: GraphContext): Promise<Connection | null> {
    return connectionLoader(context, this.deps.connections).load(drift.connectionId);
  }

  @FieldResolver(() => SourceObject, { description: 'The object that has changed.' })
  object(@Root() drift: Drift, @Ctx() context: GraphContext): Promise<SourceObject | null> {
    return objectLoader(context, this.deps.objects).load(drift.objectId);
  }

  @FieldResolver(() => RepairProposal, { nullable: true, description: 'What is, or was, to be done about it; null when nothing.' })
  proposal(@Root() drift: Drift, @Ctx() context: GraphContext): Promise<RepairProposal | null> {
    return drift.repairId == null ? Promise.resolve(null) : repairLoader(context, this.deps.repairs).load(drift.repairId);
  }

  @FieldResolver(() => [String], { description: 'What speaks for it; none for those whom rules about data restrict.' })
  async evidence(@Root() drift: Drift, @Ctx() { viewer }: GraphContext): Promise<string[]> {
    return (await this.deps.objects.seesRawValues(requireUser(viewer))) ? drift.evidence : [];
  }
}

@Resolver(() => Connection)
export class ConnectionDriftResolver {
  private readonly drifts: DriftService;

  constructor(drifts: DriftService) {
    this.drifts = drifts;
  }

  @FieldResolver(() => DriftConnection, { name: 'drifts', description: 'How the source has changed, newest first.' })
  driftsOf(
    @Root() connection: Connection,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<DriftRow>> {
    return this.drifts.page(requireUser(viewer), { ...ALL, connectionId: connection.id }, pageOf(first, after));
  }
}
