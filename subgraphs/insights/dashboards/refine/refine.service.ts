import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { insightsErrors } from '../../insights.errors.ts';
import type { KnowledgeService } from '../../knowledge/knowledge.service.ts';
import { isSavedId, readBoardId, readUnsavedDashboardId } from '../dashboard-id.ts';
import { stateProblems } from '../check-input.ts';
import { MAX_WIDGETS_AT_ONCE } from '../limits.ts';
import type { DashboardRow } from '../dashboard.entity.ts';
import type { DashboardService } from '../dashboard.service.ts';
import type { OverviewService } from '../overview.service.ts';
import type { Board } from './board.ts';
import { boardOfLoose, boardOfMade, boardOfRow, boardOfState } from './boards.ts';
import { knowledgeReader } from './knowledge-reader.ts';
import { asksUndo, MAX_TEXT_CHARACTERS, refine, type Refined } from './refine.ts';
import { refineErrors } from './refine.errors.ts';
import { crossFiltered } from './cross-filter.ts';
import type { Reader } from './pieces.ts';
import type { CrossFilterInput, RefineDashboardInput } from './refine.type.ts';

/** What a widget shows is no longer. */
const MAX_VALUE_CHARACTERS = 200;

export type RefineOutcome =
  | { kind: 'refined'; before: Board; refined: Refined }
  | { kind: 'conflict'; current: DashboardRow }
  | { kind: 'refused'; problems: InputProblem[] };

type Found = { kind: 'board'; board: Board } | Exclude<RefineOutcome, { kind: 'refined' }>;

/** Refines dashboards by sentences. Nothing is saved. */
export class RefineService {
  readonly #system: System;
  readonly #knowledge: KnowledgeService;
  readonly #saved: DashboardService;
  readonly #overviews: OverviewService;

  constructor(system: System, parts: { knowledge: KnowledgeService; saved: DashboardService; overviews: OverviewService }) {
    this.#system = system;
    this.#knowledge = parts.knowledge;
    this.#saved = parts.saved;
    this.#overviews = parts.overviews;
  }

  /** Carries out what `input.text` asks; the text has been screened already. */
  async refine(viewer: UserViewer, input: RefineDashboardInput): Promise<RefineOutcome> {
    const text = input.text.trim();
    if (text === '' || text.length > MAX_TEXT_CHARACTERS)
      return refused(
        inputProblem(insightsErrors.DASHBOARD_INVALID({ reason: `text must have 1 to ${MAX_TEXT_CHARACTERS} characters.` }), 'text'),
      );
    const found = await this.#boardOf(viewer, input);
    if (found.kind !== 'board') return found;
    const { board } = found;
    if (asksUndo(text)) return this.#undo(viewer, board, input);
    return this.apply(viewer, board, [text]);
  }

  /** Has all other widgets show a value only that was picked in one; the value has been screened already. */
  async crossFilter(viewer: UserViewer, input: CrossFilterInput): Promise<RefineOutcome> {
    const value = input.value.trim();
    if (value === '' || value.length > MAX_VALUE_CHARACTERS)
      return refused(
        inputProblem(insightsErrors.DASHBOARD_INVALID({ reason: `value must have 1 to ${MAX_VALUE_CHARACTERS} characters.` }), 'value'),
      );
    const found = await this.#boardOf(viewer, { dashboardId: input.dashboardId, state: input.state, version: null });
    if (found.kind !== 'board') return found;
    const { board } = found;
    const outcome = await crossFiltered(board, input.widget, value, await this.#reader(viewer));
    if (outcome.kind === 'refused') return outcome;
    return { kind: 'refined', before: board, refined: { board: outcome.board, done: [outcome.done], problems: outcome.problems } };
  }

  async #reader(viewer: UserViewer): Promise<Reader> {
    return knowledgeReader(await this.#knowledge.of(viewer), this.#system.clock().toISOString().slice(0, 10));
  }

  /** Carries out texts on a board, one after the other. */
  async apply(viewer: UserViewer, board: Board, texts: readonly string[]): Promise<RefineOutcome> {
    const reader = await this.#reader(viewer);
    const all: Refined = { board, done: [], problems: [] };
    for (const text of texts) {
      const refined = await refine(all.board, text, reader);
      all.board = refined.board;
      all.done.push(...refined.done);
      all.problems.push(...refined.problems);
    }
    return all.done.length === 0 && texts.length > 0 ? refused(...all.problems) : { kind: 'refined', before: board, refined: all };
  }

  /** The dashboard of an id, saved or not, as it can be refined; null when there is none. */
  async board(viewer: UserViewer, id: string): Promise<Board | null> {
    if (isSavedId(id)) {
      const [row] = await this.#saved.load(viewer, [id]);
      return row == null ? null : boardOfRow(row);
    }
    const { tenantId } = viewer;
    const loose = readBoardId(tenantId, id);
    if (loose !== null) return boardOfLoose(loose, tenantId);
    const asked = readUnsavedDashboardId(id);
    const made = asked === null ? null : await this.#overviews.made(viewer, asked.sentence, asked.persona);
    return made === null ? null : boardOfMade(made, tenantId);
  }

  async #boardOf(
    viewer: UserViewer,
    { dashboardId, state, version }: Pick<RefineDashboardInput, 'dashboardId' | 'state' | 'version'>,
  ): Promise<Found> {
    if ((dashboardId == null) === (state == null))
      return refused(
        inputProblem(insightsErrors.DASHBOARD_INVALID({ reason: 'Exactly one of dashboardId and state says what to refine.' })),
      );
    if (state != null) {
      const problems = stateProblems(state);
      return problems.length > 0 ? refused(...problems) : { kind: 'board', board: boardOfState(state) };
    }
    const id = dashboardId ?? '';
    if (version != null && isSavedId(id)) {
      const [row] = await this.#saved.load(viewer, [id]);
      if (row != null && row.version !== version) return { kind: 'conflict', current: row };
    }
    const board = await this.board(viewer, id);
    if (board === null) return refused(inputProblem(insightsErrors.DASHBOARD_NOT_FOUND({}), 'dashboardId'));
    if (board.widgets.length > MAX_WIDGETS_AT_ONCE)
      return refused(inputProblem(refineErrors.DASHBOARD_FULL({ max: MAX_WIDGETS_AT_ONCE }), 'dashboardId'));
    return { kind: 'board', board };
  }

  async #undo(viewer: UserViewer, board: Board, { before }: RefineDashboardInput): Promise<RefineOutcome> {
    const last = before == null ? null : await this.board(viewer, before);
    if (last === null) return refused(inputProblem(refineErrors.NOTHING_TO_UNDO({}), 'before'));
    return { kind: 'refined', before: board, refined: { board: last, done: ['Went back to how it was before.'], problems: [] } };
  }
}

const refused = (...problems: InputProblem[]): Extract<RefineOutcome, { kind: 'refused' }> => ({ kind: 'refused', problems });
