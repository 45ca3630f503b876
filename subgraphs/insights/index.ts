import type { SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import { defineConsumer } from '../kernel/outbox/consumer.ts';
import type { System } from '../kernel/system.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';
import { insightsActions } from './actions.ts';
import { decodeAnswerId } from './ask/answer-id.ts';
import { Answer } from './ask/answer.type.ts';
import { AskResolver } from './ask/ask.resolver.ts';
import { AskService } from './ask/ask.service.ts';
import { readSavedWidgetId, readUnsavedWidgetId } from './dashboards/dashboard-id.ts';
import { dashboardById, DashboardResolver } from './dashboards/dashboard.resolver.ts';
import { DashboardService } from './dashboards/dashboard.service.ts';
import { Dashboard } from './dashboards/dashboard.type.ts';
import { loadOverviews } from './dashboards/overview-file.ts';
import { OverviewService } from './dashboards/overview.service.ts';
import { unsavedWidget } from './dashboards/show.ts';
import { WidgetResolver } from './dashboards/widget.resolver.ts';
import { Widget } from './dashboards/widget.type.ts';
import { KnowledgeService } from './knowledge/knowledge.service.ts';
import { Projection } from './knowledge/projection.ts';
import { insightsPrivacy } from './privacy/places.ts';
import { QuestionGuard } from './privacy/question-guard.ts';
import { loadMetricDefinitions } from './metrics/load-metrics.ts';
import { MetricResolver } from './metrics/metric.resolver.ts';
import { Metric, metricOf } from './metrics/metric.type.ts';

/** Answers questions in English on the tenant's own data: one typed plan, its SQL, and a trustworthy answer. */
export function createInsights(system: System): SubgraphModule {
  const definitions = loadMetricDefinitions();
  const knowledge = new KnowledgeService(system, definitions);
  const overviews = new OverviewService(system, knowledge, loadOverviews(definitions));
  const asking = new AskService(system, knowledge, overviews);
  const dashboards = new DashboardService(system);
  const guard = new QuestionGuard(system);
  const projection = new Projection(system, knowledge);
  return {
    name: 'insights',
    resolvers: [
      new AskResolver(asking, guard),
      new MetricResolver(knowledge),
      new DashboardResolver(dashboards, overviews, guard),
      new WidgetResolver(asking),
    ],
    references: [
      {
        name: 'Metric',
        type: Metric,
        resolve: async ({ name = '' }, { viewer }) => {
          const known = await knowledge.of(requireUser(viewer));
          const bound = known.metrics.get(name);
          return bound === undefined ? null : metricOf(known, bound);
        },
      },
      {
        name: 'Answer',
        type: Answer,
        resolve: async ({ id = '' }, { viewer }) => {
          const { question, persona } = decodeAnswerId(id);
          const result = await asking.ask(requireUser(viewer), question, persona);
          return result instanceof Answer ? result : null;
        },
      },
      { name: 'Dashboard', type: Dashboard, resolve: ({ id = '' }, context) => dashboardById(context, dashboards, overviews, id) },
      {
        name: 'Widget',
        type: Widget,
        resolve: async ({ id = '' }, context) => {
          const alone = readUnsavedWidgetId(id);
          if (alone !== null) return unsavedWidget(alone, alone.persona);
          const saved = readSavedWidgetId(id);
          const dashboard = saved === null ? null : await dashboardById(context, dashboards, overviews, saved.dashboardId);
          return dashboard?.widgets.find((widget) => widget.id === id) ?? null;
        },
      },
    ],
    actions: insightsActions,
    privacy: insightsPrivacy,
    consumers: [
      defineConsumer('insights.follow-ontology', {
        'ontology.published': (event) => projection.onPublished(event),
        'ontology.edited': (event) => projection.onPublished(event),
        'ontology.canonical-changed': (event) => projection.onDataChanged(event),
        'ontology.quality-changed': (event) => projection.onQualityChanged(event),
        'connectors.sync-finished': (event) => projection.onSyncFinished(event),
        'connectors.connection-removed': (event) => projection.onConnectionRemoved(event),
      }),
    ],
  };
}
