import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Connection } from '../connections/connection.type.ts';
import type { HealthView } from './health.view.ts';
import { ConnectionHealth, ErrorBudget, type HealthChange, HealthChangeConnection } from './health.type.ts';
import type { HealthService } from './health.service.ts';

@Resolver(() => Connection)
export class ConnectionHealthResolver {
  private readonly view: HealthView;
  private readonly service: HealthService;

  constructor(view: HealthView, service: HealthService) {
    this.view = view;
    this.service = service;
  }

  @FieldResolver(() => ConnectionHealth, {
    description: 'How well it is: verdict, reasons, freshness, error budget, what is done about it.',
  })
  async health(@Root() { id }: Connection, @Ctx() { viewer, loaders }: GraphContext): Promise<ConnectionHealth> {
    const found = await loaders.get('connectors.health', (ids) => this.view.of(requireUser(viewer), ids)).load(id);
    return found ?? this.view.unknown(id);
  }

  @FieldResolver(() => HealthChangeConnection, { description: 'How its health changed, newest first; the last 200 changes are kept.' })
  healthChanges(
    @Root() { id }: Connection,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<HealthChange>> {
    return this.service.changes(requireUser(viewer), id, pageOf(first, after));
  }
}

@Resolver(() => ConnectionHealth)
export class HealthPartsResolver {
  private readonly view: HealthView;

  constructor(view: HealthView) {
    this.view = view;
  }

  @FieldResolver(() => ErrorBudget, { description: 'What may fail within a day, and what did.' })
  errorBudget(@Root() { connectionId }: ConnectionHealth, @Ctx() { viewer }: GraphContext): Promise<ErrorBudget> {
    return this.view.budget(requireUser(viewer), connectionId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Seconds records took, or have been waiting, from landing to the metrics made of them; null when none have landed.',
  })
  lagSeconds(@Root() { connectionId }: ConnectionHealth, @Ctx() { viewer }: GraphContext): Promise<number | null> {
    return this.view.lag(requireUser(viewer), connectionId);
  }
}
