import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { AskService } from '../ask/ask.service.ts';
import type { QuestionGuard } from '../privacy/question-guard.ts';
import { readSavedWidgetId, readUnsavedWidgetId } from './dashboard-id.ts';
import { dashboardById, DashboardResolver } from './dashboard.resolver.ts';
import { DashboardService } from './dashboard.service.ts';
import { Dashboard } from './dashboard.type.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { OverviewService } from './overview.service.ts';
import { RefineResolver } from './refine/refine.resolver.ts';
import { RefineService } from './refine/refine.service.ts';
import { DashboardScheduleResolver } from './schedules/schedule.resolver.ts';
import { ScheduleService } from './schedules/schedule.service.ts';
import { createSnapshotWorkflow } from './schedules/snapshot.workflow.ts';
import { watchSchedules } from './schedules/due.ts';
import { unsavedWidget } from './show.ts';
import { dashboardsPrivacy } from './privacy.ts';
import { ExportResolver } from './export/export.resolver.ts';
import { OperationResolver } from './operations/operation.resolver.ts';
import { SnapshotResolver } from './snapshots/snapshot.resolver.ts';
import { SnapshotService } from './snapshots/snapshot.service.ts';
import { TemplateResolver } from './templates/template.resolver.ts';
import { TemplateService } from './templates/template.service.ts';
import { TemplateUse } from './templates/use-template.ts';
import { VersionResolver } from './versions/version.resolver.ts';
import { VersionService } from './versions/version.service.ts';
import { DashboardProgressResolver } from './progress.resolver.ts';
import { PersonaDashboardsResolver } from './persona-dashboards.resolver.ts';
import { WidgetResolver } from './widget.resolver.ts';
import { Widget } from './widget.type.ts';

interface DashboardParts {
  knowledge: KnowledgeService;
  asking: AskService;
  overviews: OverviewService;
  guard: QuestionGuard;
}

/** Dashboards: generated from a sentence, saved, shown. */
export function createDashboards(system: System, { asking, overviews, guard, knowledge }: DashboardParts): Feature {
  const dashboards = new DashboardService(system);
  const versions = new VersionService(system);
  const snapshots = new SnapshotService(system, dashboards, asking);
  const schedules = new ScheduleService(system);
  const templates = new TemplateService(system, overviews.overviews);
  const refining = new RefineService(system, { knowledge, saved: dashboards, overviews });
  return {
    ...watchSchedules(system, schedules),
    resolvers: [
      new DashboardResolver(dashboards, overviews, guard),
      new WidgetResolver(asking),
      new PersonaDashboardsResolver(dashboards),
      new DashboardProgressResolver(overviews, guard),
      new RefineResolver(refining, guard),
      new VersionResolver(versions, dashboards),
      new TemplateResolver(templates, new TemplateUse({ templates, overviews, refining }), guard),
      new SnapshotResolver(snapshots),
      new DashboardScheduleResolver(schedules),
      new ExportResolver(refining, asking),
      new OperationResolver(),
    ],
    workflows: [createSnapshotWorkflow(system, snapshots)],
    privacy: dashboardsPrivacy,
    references: [
      { name: 'Dashboard', type: Dashboard, resolve: ({ id = '' }, context) => dashboardById(context, dashboards, overviews, id) },
      {
        name: 'Widget',
        type: Widget,
        resolve: async ({ id = '' }, context) => {
          const { tenantId } = requireUser(context.viewer);
          const alone = readUnsavedWidgetId(tenantId, id);
          if (alone !== null) return unsavedWidget(alone, alone.persona, tenantId);
          const saved = readSavedWidgetId(id);
          const dashboard = saved === null ? null : await dashboardById(context, dashboards, overviews, saved.dashboardId);
          return dashboard?.widgets.find((widget) => widget.id === id) ?? null;
        },
      },
    ],
  };
}
