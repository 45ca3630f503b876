import { joinFeatures } from '../kernel/federation/feature.ts';
import type { SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import type { System } from '../kernel/system.ts';
import { createSavedOperations } from './operations/index.ts';
import { createAnalysis } from './analysis/index.ts';
import { createFeedback } from './feedback/index.ts';
import { AnsweredAgain } from './verified/answered-again.ts';
import { createVerified } from './verified/index.ts';
import { createWatches } from './watch/index.ts';
import { insightsActions } from './actions.ts';
import { AskService } from './ask/ask.service.ts';
import { createAsking } from './ask/index.ts';
import { createDashboards } from './dashboards/index.ts';
import { loadOverviews } from './dashboards/overview-file.ts';
import { OverviewService } from './dashboards/overview.service.ts';
import { createKnowledge } from './knowledge/index.ts';
import { KnowledgeService } from './knowledge/knowledge.service.ts';
import { createMetrics } from './metrics/index.ts';
import { loadMetricDefinitions } from './metrics/load-metrics.ts';
import { createSettings } from './settings/index.ts';
import { QuestionGuard } from './privacy/question-guard.ts';
import { createPersonas } from './personas/index.ts';
import { createPrompts } from './prompts/index.ts';
import { createProposals } from './proposals/index.ts';
import { ModelProviderService } from './proposals/model-provider.service.ts';
import { OpinionService } from './proposals/opinion.service.ts';
import { SecondOpinion } from './proposals/second-opinion.ts';
import { createQuerying } from './query/index.ts';
import { PlanService } from './query/plan.service.ts';
import { RowsService } from './query/rows.service.ts';

/** Answers questions in English on the tenant's own data: one typed plan, its SQL, and a trustworthy answer. */
export function createInsights(system: System): SubgraphModule {
  const definitions = loadMetricDefinitions();
  const knowledge = new KnowledgeService(system, definitions);
  const overviews = new OverviewService(system, knowledge, loadOverviews(definitions));
  const guard = new QuestionGuard(system);
  const plans = new PlanService(system, knowledge, guard);
  const providers = new ModelProviderService(system);
  const opinions = new OpinionService(new SecondOpinion(system, providers), plans);
  const asking = new AskService(system, knowledge, { overviews, opinions });
  const again = new AnsweredAgain(asking, plans);
  return {
    name: 'insights',
    actions: insightsActions,
    // Features start in this order and stop in the opposite one.
    ...joinFeatures([
      createKnowledge(system, knowledge),
      createMetrics(system, knowledge),
      createSettings(system),
      createAsking({ asking, guard, plans }),
      createAnalysis(system, knowledge),
      createVerified(system, knowledge, again),
      createFeedback(system, knowledge, again),
      createWatches(system, knowledge),
      createQuerying(plans, new RowsService(system, knowledge, plans)),
      createProposals(system, providers),
      createPrompts(system, providers),
      createSavedOperations(system),
      createPersonas(system, knowledge, overviews.overviews),
      createDashboards(system, { asking, overviews, guard, knowledge }),
    ]),
  };
}
