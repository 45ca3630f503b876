import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import type { AskService } from '../../ask/ask.service.ts';
import type { RefineService } from '../refine/refine.service.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import { handedIn, OperationResultInput } from '../operations/handed-in.ts';
import { keptWidget, OPERATION_LEFT_OUT } from '../snapshots/snapshot-content.ts';
import { DashboardExport, DashboardExportFormat } from './export.type.ts';
import { exported } from './write-export.ts';

@Resolver()
export class ExportResolver {
  readonly #boards: RefineService;
  readonly #asking: AskService;

  constructor(boards: RefineService, asking: AskService) {
    this.#boards = boards;
    this.#asking = asking;
  }

  @Query(() => DashboardExport, {
    nullable: true,
    description: 'A dashboard as a file: its layout, and its numbers as you see them. Null when there is no such one.',
  })
  async exportDashboard(
    @Ctx() { viewer }: GraphContext,
    @Arg('dashboardId', () => ID, { description: 'Any dashboard, saved or not.' }) dashboardId: string,
    @Arg('format', () => DashboardExportFormat, { defaultValue: DashboardExportFormat.JSON, description: 'What to export it as.' })
    format: DashboardExportFormat,
    @Arg('data', () => Boolean, {
      defaultValue: true,
      description: 'Whether its numbers go with the layout; at most 100 rows of each widget.',
    })
    data: boolean,
    @Arg('results', () => [OperationResultInput], {
      defaultValue: [],
      description: 'What the operations behind widgets answered, at most 40; widgets whose operation is left out have no numbers.',
    })
    results: OperationResultInput[],
  ): Promise<DashboardExport | null> {
    const handed = handedIn(results);
    if (Array.isArray(handed)) throw dashboardErrors.RESULT_INVALID({ reason: handed[0]?.message ?? '' });
    const user = requireUser(viewer);
    const board = await this.#boards.board(user, dashboardId);
    if (board === null) return null;
    const asked = board.widgets.filter(({ view }) => view == null).map(({ question }) => ({ question, persona: board.persona }));
    const answers = data || format === 'CSV' ? await this.#asking.answerAll(user, asked) : null;
    const kept =
      answers === null
        ? null
        : board.widgets.map((widget) =>
            keptWidget(widget, widget.view == null ? (answers.shift() ?? null) : null, {
              data: handed.get(widget.key),
              leftOut: OPERATION_LEFT_OUT.BY_HAND,
            }),
          );
    return Object.assign(new DashboardExport(), exported(board, kept, format));
  }
}
