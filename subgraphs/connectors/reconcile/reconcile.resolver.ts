import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { SourceObject } from '../objects/source-object.type.ts';
import { Run } from '../syncs/sync-run.type.ts';
import { findingOf } from './finding.ts';
import { Reconciliation, ReconciliationStarted } from './reconcile.type.ts';
import type { ReconcileService } from './reconcile.service.ts';

@Resolver(() => SourceObject)
export class ReconcileResolver {
  private readonly service: ReconcileService;

  constructor(service: ReconcileService) {
    this.service = service;
  }

  @Mutation(() => ReconciliationStarted, {
    description: 'Compares a source, as it is now, with what landed of it, record by record. Errors: CONNECTION_NOT_FOUND, QUOTA_EXCEEDED.',
  })
  async reconcileConnection(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection’s id.' }) id: string,
  ): Promise<ReconciliationStarted> {
    const runId = await this.service.begin(requireUser(viewer), id);
    return Object.assign(new ReconciliationStarted(), { run: Object.assign(new Run(), { id: runId }) });
  }

  @FieldResolver(() => Reconciliation, {
    nullable: true,
    description: 'How its records at the source compared with those that landed, last; null when nobody has compared.',
  })
  async reconciliation(@Root() { id }: SourceObject, @Ctx() { viewer, loaders }: GraphContext): Promise<Reconciliation | null> {
    const row = await loaders.get('connectors.reconciliation', (ids) => this.service.load(requireUser(viewer), ids)).load(id);
    if (row === null) return null;
    const complete = row.method !== 'NONE' && row.missing === 0 && row.surplus === 0;
    return Object.assign(new Reconciliation(), { ...row, sourceRecords: row.sourceRecords ?? null, complete, finding: findingOf(row) });
  }
}
