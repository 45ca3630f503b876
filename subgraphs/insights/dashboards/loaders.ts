import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { decodeAnswerId, encodeAnswerId } from '../ask/answer-id.ts';
import type { Answer, Declined } from '../ask/answer.type.ts';
import type { AskService } from '../ask/ask.service.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { DashboardRow } from './dashboard.entity.ts';
import type { DashboardService } from './dashboard.service.ts';

/** Different questions one request may have answered: a few dashboards with all they show. */
const MAX_ANSWERS = 200;

/** The saved dashboard of an id; all that one request asks for are read at once. */
export function loadDashboard(context: GraphContext, service: DashboardService, id: string): Promise<DashboardRow | null> {
  return context.loaders.get('insights.dashboards', (ids) => service.load(requireUser(context.viewer), ids)).load(id);
}

/** The answer to a widget's question; the questions of one request are answered together, each once. @throws QUERY_TOO_EXPENSIVE for too many */
export async function loadAnswer(
  context: GraphContext,
  asking: AskService,
  question: string,
  persona: PersonaName | null,
): Promise<Answer | Declined> {
  const viewer = requireUser(context.viewer);
  let asked = 0;
  const loader = context.loaders.get<Answer | Declined>('insights.answers', async (ids) => {
    asked += ids.length;
    if (asked > MAX_ANSWERS) throw commonErrors.QUERY_TOO_EXPENSIVE({});
    return asking.answerAll(viewer, ids.map(decodeAnswerId));
  });
  const found = await loader.load(encodeAnswerId(question, persona));
  if (found === null) throw new Error('every question has an answer or a reason');
  return found;
}
