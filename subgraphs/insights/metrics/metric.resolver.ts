import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, connectionFrom, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { MetricFilter, wanted } from './metric-filter.ts';
import { Metric, MetricConnection, metricOf } from './metric.type.ts';

@Resolver(() => Metric)
export class MetricResolver {
  private readonly knowledge: KnowledgeService;

  constructor(knowledge: KnowledgeService) {
    this.knowledge = knowledge;
  }

  @Query(() => MetricConnection, { description: 'Every business metric, available or not, by name.' })
  async metrics(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => MetricFilter, { nullable: true, description: 'Only some of them.' }) filter: MetricFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<Metric>> {
    const page = pageOf(first, after);
    const knowledge = await this.knowledge.of(requireUser(viewer));
    const all = [...knowledge.metrics.values()]
      .filter(wanted(filter ?? null))
      .toSorted((a, b) => (a.definition.name < b.definition.name ? -1 : 1));
    const from = page.after === null ? '' : String(page.after[0]);
    const rest = all.filter(({ definition }) => definition.name > from).slice(0, page.limit + 1);
    return connectionFrom(
      page,
      rest.map((bound) => metricOf(knowledge, bound)),
      all.length,
      (metric) => [metric.name],
    );
  }

  @Query(() => Metric, { nullable: true, description: 'One metric; null when there is none of this name.' })
  async metric(
    @Ctx() { viewer }: GraphContext,
    @Arg('name', () => String, { description: 'Name, such as `win_rate`.' }) name: string,
  ): Promise<Metric | null> {
    const knowledge = await this.knowledge.of(requireUser(viewer));
    const bound = knowledge.metrics.get(name);
    return bound === undefined ? null : metricOf(knowledge, bound);
  }
}
