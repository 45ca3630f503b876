import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { type InputProblem, inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { User } from '../dashboards/dashboard.type.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { checkMetric } from './check-metric.ts';
import { specOf } from './metric-spec.ts';
import { MetricSpec } from './metric-spec.type.ts';
import { metricOf } from './metric.type.ts';
import type { OwnMetricVersionRow } from './own-metric.entity.ts';
import type { OwnMetricService } from './own-metric.service.ts';
import {
  MetricRemoved,
  MetricSaved,
  type MetricTested,
  MetricVersion,
  MetricVersionConnection,
  RemoveMetricResult,
  SaveMetricResult,
  TestMetricResult,
} from './own-metric.type.ts';
import { testMetric } from './test-metric.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;

const versionOf = ({ version, definition, changedBy, changedAt }: OwnMetricVersionRow): MetricVersion =>
  Object.assign(new MetricVersion(), {
    version,
    spec: specOf(definition),
    changedBy: Object.assign(new User(), { id: changedBy }),
    changedAt,
  });

function dayFaults(days: Readonly<Record<string, string | null>>): InputProblem[] {
  return Object.entries(days).flatMap(([field, day]) =>
    day === null || (DAY.test(day) && !Number.isNaN(Date.parse(day)))
      ? []
      : [inputProblem(commonErrors.INVALID_INPUT({ reason: 'A day is written as YYYY-MM-DD.' }), field)],
  );
}

@Resolver()
export class OwnMetricResolver {
  private readonly own: OwnMetricService;
  private readonly knowledge: KnowledgeService;
  private readonly today: () => string;

  constructor(own: OwnMetricService, knowledge: KnowledgeService, today: () => string) {
    this.own = own;
    this.knowledge = knowledge;
    this.today = today;
  }

  @Query(() => MetricVersionConnection, { description: 'Every version of a metric of your own, newest first; empty for any other.' })
  async metricVersions(
    @Ctx() { viewer }: GraphContext,
    @Arg('name', () => String, { description: 'Its name.' }) name: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<MetricVersion>> {
    const page = await this.own.versions(requireUser(viewer), name, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: versionOf(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => TestMetricResult, {
    description: 'What a definition comes to on the data of this moment, with records behind it. Nothing is saved.',
  })
  async testMetric(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => MetricSpec, { description: 'The definition.' }) input: MetricSpec,
    @Arg('from', () => String, { nullable: true, description: 'First day of the period, YYYY-MM-DD.' }) from?: string | null,
    @Arg('to', () => String, { nullable: true, description: 'The day after its last, YYYY-MM-DD.' }) to?: string | null,
  ): Promise<MetricTested | InputRefused> {
    const user = requireUser(viewer);
    const [first, end] = [from ?? null, to ?? null];
    const problems = dayFaults({ from: first, to: end });
    if (problems.length > 0) return inputRefused(problems);
    const knowledge = await this.knowledge.of(user);
    const checked = checkMetric(knowledge, input, 1);
    if (checked.definition === null) return inputRefused(checked.problems);
    const { bound } = checked;
    return this.knowledge.asking(user.tenantId, (run) => testMetric(knowledge, run, { bound, from: first, to: end, today: this.today() }));
  }

  @Mutation(() => SaveMetricResult, {
    description: 'Defines a metric of your own, or a new version of it. One with the name of a built-in metric takes its place.',
  })
  async saveMetric(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => MetricSpec, { description: 'The definition.' }) input: MetricSpec,
    @Arg('version', () => Int, { defaultValue: 0, description: 'The version that was edited; 0 for a new metric.' }) version: number,
  ): Promise<MetricSaved | InputRefused> {
    const user = requireUser(viewer);
    return this.saved(user, await this.own.save(user, input, version));
  }

  @Mutation(() => SaveMetricResult, {
    description: 'Makes an older version of a metric of your own the newest; also of one that was removed.',
  })
  async restoreMetric(
    @Ctx() { viewer }: GraphContext,
    @Arg('name', () => String, { description: 'Its name.' }) name: string,
    @Arg('version', () => Int, { description: 'The version to go back to.' }) version: number,
  ): Promise<MetricSaved | InputRefused> {
    const user = requireUser(viewer);
    return this.saved(user, await this.own.restore(user, name, version));
  }

  @Mutation(() => RemoveMetricResult, { description: 'Takes a metric of your own away; a built-in one of its name holds again.' })
  async removeMetric(
    @Ctx() { viewer }: GraphContext,
    @Arg('name', () => String, { description: 'Its name.' }) name: string,
  ): Promise<MetricRemoved | InputRefused> {
    const removed = await this.own.remove(requireUser(viewer), name);
    return Array.isArray(removed) ? inputRefused(removed) : Object.assign(new MetricRemoved(), { name: removed });
  }

  private async saved(viewer: UserViewer, saved: string | InputProblem[]): Promise<MetricSaved | InputRefused> {
    if (Array.isArray(saved)) return inputRefused(saved);
    const knowledge = await this.knowledge.of(viewer);
    const bound = knowledge.metrics.get(saved);
    if (bound === undefined) throw new Error('A metric that was saved is not known');
    return Object.assign(new MetricSaved(), { metric: metricOf(knowledge, bound) });
  }
}
