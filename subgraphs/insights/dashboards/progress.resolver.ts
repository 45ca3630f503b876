import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Declined } from '../ask/answer.type.ts';
import { Persona } from '../metrics/metric-enums.ts';
import type { QuestionGuard } from '../privacy/question-guard.ts';
import { FewEach } from '../progress/few-each.ts';
import { stepCursor, toldUntil, type Told } from '../progress/step-cursor.ts';
import { STEP_WAIT } from '../progress/watched.ts';
import type { OverviewService } from './overview.service.ts';
import { DashboardProgress, type DashboardStage, WidgetProgress } from './progress.type.ts';
import { unsavedWidget } from './show.ts';
import type { Widget } from './widget.type.ts';

/** Widgets that one step hands over: their answers share a transaction or two. */
const PER_STEP = 4;

@Resolver()
export class DashboardProgressResolver {
  readonly #overviews: OverviewService;
  readonly #guard: QuestionGuard;
  readonly #waiting = new FewEach();

  constructor(overviews: OverviewService, guard: QuestionGuard) {
    this.#overviews = overviews;
    this.#guard = guard;
  }

  @Query(() => DashboardProgress, {
    description:
      'A dashboard for a sentence, told step by step as it is made: ask again with the cursor of the step before until it is DONE or DECLINED. A step waits up to three seconds for something new; each person may wait for a few at a time. Nothing is saved.',
  })
  async dashboardProgress(
    @Ctx() { viewer }: GraphContext,
    @Arg('sentence', () => String, { description: 'What it should be about, at most 1 000 characters.' }) sentence: string,
    @Arg('persona', () => Persona, { nullable: true, description: 'Through whose eyes.' }) persona?: Persona | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the step before; left out for the first.' }) after?:
      | string
      | null,
  ): Promise<DashboardProgress> {
    const user = requireUser(viewer);
    const told = toldUntil([sentence, persona ?? null], after);
    const cursor = (next: Told): string => stepCursor([sentence, persona ?? null], next);
    const allowed = await this.#guard.question(user.tenantId, sentence);
    if (typeof allowed !== 'string') return declined(allowed, cursor({ ...told, run: '', version: 0 }));
    const making = await this.#overviews.watch(user, allowed, persona ?? null);
    const since = told.run === making.run ? told : { run: making.run, version: -1, delivered: 0 };
    await this.#waiting.wait(user.userId, (released) => making.seen.changed(since.version, STEP_WAIT, released));
    if (!making.seen.ended) {
      const { state, version } = making.seen;
      const widgets = state.widgets.map((widget) => pending(unsavedWidget(widget, persona ?? null, user.tenantId)));
      return step({ cursor: cursor({ run: making.run, version, delivered: 0 }), stage: state.stage, title: state.title, widgets });
    }
    const shown = await making.shown();
    if (shown instanceof Declined) return declined(shown, cursor({ ...since, version: making.seen.version }));
    const delivered = Math.min(shown.widgets.length, since.delivered + PER_STEP);
    return step({
      cursor: cursor({ run: making.run, version: making.seen.version, delivered }),
      stage: delivered === shown.widgets.length ? 'DONE' : 'ANSWERING',
      title: shown.title,
      widgets: shown.widgets.map((widget, index) => (index < delivered ? readied(widget) : pending(widget))),
      ready: shown.widgets.slice(since.delivered, delivered),
      dashboard: shown,
    });
  }
}

const pending = (widget: Widget): WidgetProgress => Object.assign(new WidgetProgress(), { widget, state: 'PENDING' as const });
const readied = (widget: Widget): WidgetProgress => Object.assign(new WidgetProgress(), { widget, state: 'READY' as const });

function step(known: Partial<DashboardProgress> & { cursor: string; stage: DashboardStage }): DashboardProgress {
  const nothing = { title: null, widgets: [], ready: [], dashboard: null, declined: null };
  return Object.assign(new DashboardProgress(), nothing, known);
}

const declined = (why: Declined, cursor: string): DashboardProgress => step({ cursor, stage: 'DECLINED', declined: why });
