import type { EntitySchema } from '@mikro-orm/postgresql';
import { DashboardRow } from './dashboards/dashboard.entity.ts';
import { DashboardScheduleRow } from './dashboards/schedules/schedule.entity.ts';
import { DashboardTemplateRow } from './dashboards/templates/template.entity.ts';
import { SavedOperationRow } from './operations/saved-operation.entity.ts';
import { DashboardVersionRow } from './dashboards/versions/version.entity.ts';
import { OwnMetricRow, OwnMetricVersionRow } from './metrics/own-metric.entity.ts';
import { AnswerFeedbackRow } from './feedback/feedback.entity.ts';
import { MetricAlertRow, MetricWatchRow } from './watch/watch.entity.ts';
import { VerifiedAnswerRow } from './verified/verified.entity.ts';
import { ModelProviderRow } from './proposals/model-provider.entity.ts';
import { InsightsSettingsRow } from './settings/settings.entity.ts';
import { AnswerQualityRow, SemanticModelRow, SourceHealthRow } from './knowledge/semantic-model.entity.ts';

/** The tables this subgraph owns. */
export const insightsEntities: readonly EntitySchema[] = [
  SemanticModelRow,
  SourceHealthRow,
  AnswerQualityRow,
  DashboardRow,
  DashboardVersionRow,
  DashboardTemplateRow,
  DashboardScheduleRow,
  InsightsSettingsRow,
  OwnMetricRow,
  OwnMetricVersionRow,
  VerifiedAnswerRow,
  AnswerFeedbackRow,
  MetricWatchRow,
  MetricAlertRow,
  ModelProviderRow,
  SavedOperationRow,
];
