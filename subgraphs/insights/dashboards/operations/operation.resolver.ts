import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import type { Dashboard } from '../dashboard.type.ts';
import { looseDashboardOf } from '../show.ts';
import { Widget } from '../widget.type.ts';
import { operationDashboard } from './operation-dashboard.ts';
import { DashboardFromOperationInput, DashboardFromOperationResult, WidgetView } from './operation.type.ts';

@Resolver(() => Widget)
export class OperationResolver {
  @Query(() => DashboardFromOperationResult, {
    description:
      'A dashboard for the result of any query: widgets and charts are chosen by the types, units and shape of what it answered. Nothing is saved.',
  })
  dashboardFromOperation(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => DashboardFromOperationInput, { description: 'The query and its result.' }) input: DashboardFromOperationInput,
  ): Dashboard | InputRefused {
    const { tenantId } = requireUser(viewer);
    const { document, variables, operationName = null, result, title = null } = input;
    const board = operationDashboard({ document, variables: variables ?? {}, operationName, result, title });
    return Array.isArray(board) ? inputRefused(board) : looseDashboardOf(board, tenantId);
  }

  @FieldResolver(() => WidgetView, {
    nullable: true,
    description: 'Which part of its operation’s result it shows; null for the answer to its question.',
  })
  view(@Root() { stored }: Widget): WidgetView | null {
    if (stored == null) return null;
    const { path, label, series = null, values, aggregate } = stored;
    return Object.assign(new WidgetView(), { path, label, series, values, aggregate });
  }
}
