import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inputProblem, inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { insightsErrors } from '../../insights.errors.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import { User } from '../dashboard.type.ts';
import { handedIn, OperationResultInput } from '../operations/handed-in.ts';
import type { KeptWidget } from './snapshot-content.ts';
import type { SnapshotRow } from './snapshot-table.ts';
import type { SnapshotService } from './snapshot.service.ts';
import {
  DashboardSnapshot,
  DashboardSnapshotConnection,
  DeleteSnapshotResult,
  SnapshotDeleted,
  SnapshotTaken,
  SnapshotWidget,
  TakeSnapshotResult,
} from './snapshot.type.ts';

const shown = (row: SnapshotRow): DashboardSnapshot =>
  Object.assign(new DashboardSnapshot(), row, { takenBy: Object.assign(new User(), { id: row.takenBy }) });

function shownWidget({ answer, declined, ...widget }: KeptWidget): SnapshotWidget {
  const nothing = { value: null, unit: null, formattedValue: null, columns: [], rows: [], truncated: false, series: [] };
  return Object.assign(new SnapshotWidget(), widget, nothing, answer ?? {}, {
    text: answer?.text ?? declined ?? '',
    answered: answer !== null,
  });
}

@Resolver(() => DashboardSnapshot)
export class SnapshotResolver {
  readonly #snapshots: SnapshotService;

  constructor(snapshots: SnapshotService) {
    this.#snapshots = snapshots;
  }

  @Query(() => DashboardSnapshotConnection, {
    description: 'How a saved dashboard stood, newest first; at most the last 100, those of people who see the same of the data as you.',
  })
  async dashboardSnapshots(
    @Ctx() { viewer }: GraphContext,
    @Arg('dashboardId', () => ID, { description: 'The saved dashboard.' }) dashboardId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<DashboardSnapshot>> {
    const page = await this.#snapshots.page(requireUser(viewer), dashboardId, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: shown(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => DashboardSnapshot, { nullable: true, description: 'One snapshot; null when there is none that you may see.' })
  async dashboardSnapshot(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<DashboardSnapshot | null> {
    const [found] = await this.#snapshots.load(requireUser(viewer), [id]);
    return found == null ? null : shown(found.row);
  }

  @FieldResolver(() => [SnapshotWidget], { description: 'Its widgets with their numbers of that moment, from top left to bottom right.' })
  async widgets(@Root() { id }: DashboardSnapshot, @Ctx() { viewer, loaders }: GraphContext): Promise<SnapshotWidget[]> {
    const user = requireUser(viewer);
    const found = await loaders.get('insights.snapshots', (ids: readonly string[]) => this.#snapshots.load(user, ids)).load(id);
    return (found?.content.widgets ?? []).toSorted((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x).map(shownWidget);
  }

  @Mutation(() => TakeSnapshotResult, { description: 'Keeps a saved dashboard with its numbers as they stand now, as you see them.' })
  async takeDashboardSnapshot(
    @Ctx() { viewer }: GraphContext,
    @Arg('dashboardId', () => ID, { description: 'The saved dashboard.' }) dashboardId: string,
    @Arg('results', () => [OperationResultInput], {
      defaultValue: [],
      description: 'What the operations behind widgets answered, at most 40; widgets whose operation is left out have no numbers.',
    })
    results: OperationResultInput[],
  ): Promise<SnapshotTaken | InputRefused> {
    const handed = handedIn(results);
    if (Array.isArray(handed)) return inputRefused(handed);
    const row = await this.#snapshots.take(requireUser(viewer), dashboardId, handed);
    if (row === null) return inputRefused([inputProblem(insightsErrors.DASHBOARD_NOT_FOUND({}), 'dashboardId')]);
    return Object.assign(new SnapshotTaken(), { snapshot: shown(row) });
  }

  @Mutation(() => DeleteSnapshotResult, { description: 'Deletes a snapshot.' })
  async deleteDashboardSnapshot(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<SnapshotDeleted | InputRefused> {
    return (await this.#snapshots.delete(requireUser(viewer), id))
      ? Object.assign(new SnapshotDeleted(), { id })
      : inputRefused([inputProblem(dashboardErrors.SNAPSHOT_NOT_FOUND({}), 'id')]);
  }
}
