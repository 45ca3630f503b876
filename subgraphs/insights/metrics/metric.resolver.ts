import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, connectionFrom, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { automaticMetrics } from './automatic-metrics.ts';
import type { BoundMetric } from './bound-metric.ts';
import { MetricFilter, wanted } from './metric-filter.ts';
import { Metric, MetricConnection, metricOf } from './metric.type.ts';

/** All metrics: those that questions are read with, and what every entity type can be told by without anybody defining it. */
const catalogue = ({ metrics, model }: Pick<Knowledge, 'metrics' | 'model'>): BoundMetric[] => [
  ...metrics.values(),
  ...automaticMetrics(model, new Set(metrics.keys())),
];

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
    const all = catalogue(knowledge)
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
    const bound = knowledge.metrics.get(name) ?? catalogue(knowledge).find(({ definition }) => definition.name === name);
    return bound === undefined ? null : metricOf(knowledge, bound);
  }
}
