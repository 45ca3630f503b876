import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { contextOf } from '../answer/knowledge.ts';
import { toNumber } from '../answer/format.ts';
import { periodName } from '../analysis/history.ts';
import { metricPlan } from '../analysis/metric-plan.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { periodOf, type CalendarUnit } from '../language/calendar.ts';
import { compilePlan } from '../sql/compile-plan.ts';

/** What metrics come to in periods that were told of: read when asked for, as far as whoever asks sees the data. */
export class AlertValues {
  private readonly system: Pick<System, 'clock'>;
  private readonly knowledge: KnowledgeService;

  constructor(system: Pick<System, 'clock'>, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  async of(viewer: UserViewer, alert: { metricName: string; grainName: string; start: string }): Promise<number | null> {
    const knowledge = await this.knowledge.of(viewer);
    const context = contextOf(knowledge, this.system.clock().toISOString().slice(0, 10));
    const grain = alert.grainName as CalendarUnit;
    const { start } = alert;
    const period = { from: start, to: periodOf(grain, start, 1), label: periodName(start, grain), relative: false };
    const plan = metricPlan(context, alert.metricName, period);
    if (plan === null) return null;
    const [row] = await this.knowledge.asking(viewer.tenantId, (run) => run(compilePlan(plan, context.model)));
    return toNumber(row?.['m0']);
  }
}
