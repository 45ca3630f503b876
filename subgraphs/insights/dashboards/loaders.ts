import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { decodeAnswerId, encodeAnswerId } from '../ask/answer-id.ts';
import type { Answer, Declined } from '../ask/answer.type.ts';
import type { AskService } from '../ask/ask.service.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { DashboardRow } from './dashboard.entity.ts';
import type { DashboardService } from './dashboard.service.ts';

/** The saved dashboard of an id; all that one request asks for are read at once. */
export function loadDashboard(context: GraphContext, service: DashboardService, id: string): Promise<DashboardRow | null> {
  return context.loaders.get('insights.dashboards', (ids) => service.load(requireUser(context.viewer), ids)).load(id);
}

/** The answer to a widget's question; the questions of one request are answered together, each once. */
export async function loadAnswer(
  context: GraphContext,
  asking: AskService,
  question: string,
  persona: PersonaName | null,
): Promise<Answer | Declined> {
  const { tenantId } = requireUser(context.viewer);
  const loader = context.loaders.get<Answer | Declined>('insights.answers', (ids) => asking.answerAll(tenantId, ids.map(decodeAnswerId)));
  const found = await loader.load(encodeAnswerId(question, persona));
  if (found === null) throw new Error('every question has an answer or a reason');
  return found;
}
