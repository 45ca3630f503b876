import { z } from 'zod';
import { dashboardErrors } from '../dashboard.errors.ts';
import { inputProblem, type InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { LooseBoard } from '../dashboard-id.ts';
import { placed } from '../layout.ts';
import { storedViewSchema } from '../stored-view.ts';
import { chooseViews } from './choose-views.ts';
import type { Json } from './columns.ts';
import { partsOf } from './find-parts.ts';
import { readOperation } from './read-operation.ts';

/** Characters of a result that are looked at. */
export const MAX_RESULT_CHARACTERS = 200_000;

/** A query and what it came to. */
export interface OperationResult {
  document: string;
  variables: Record<string, unknown>;
  operationName: string | null;
  /** The reply as JSON: the data, or the whole of it. */
  result: string;
  title: string | null;
}

const replySchema = z.looseObject({ data: z.looseObject({}) });

/** The data of a reply; null where it is no JSON, or too long. */
export function dataOf(result: string): Json | null {
  if (result.length > MAX_RESULT_CHARACTERS) return null;
  try {
    const parsed = JSON.parse(result) as Json;
    const reply = replySchema.safeParse(parsed);
    return reply.success ? (reply.data.data as Json) : parsed;
  } catch {
    return null;
  }
}

/** A dashboard for the result of any query: widgets and charts by the types, units and shape of what is in it. Pure. */
export function operationDashboard(asked: OperationResult): LooseBoard | InputProblem[] {
  const operation = readOperation(asked.document, asked.operationName);
  if ('reason' in operation) return [inputProblem(dashboardErrors.OPERATION_INVALID(operation), 'document')];
  const data = dataOf(asked.result);
  if (data === null) return [inputProblem(dashboardErrors.RESULT_INVALID({ reason: 'The result is no JSON, or too long.' }), 'result')];
  const views = chooseViews(partsOf(data));
  if (views.length === 0) return [inputProblem(dashboardErrors.NOTHING_TO_SHOW({}), 'result')];
  const shared = { document: asked.document, variables: JSON.stringify(asked.variables), operationName: operation.name };
  const layouts = placed(views.map(({ kind }) => kind));
  const widgets = views.map(({ kind, title, view }, at) => ({
    kind,
    title: title.slice(0, 120),
    question: `${title.slice(0, 120)}, of ${operation.title}`,
    layout: layouts[at] ?? { x: 0, y: 0, w: 12, h: 2 },
    view: { ...shared, ...view },
  }));
  if (widgets.some(({ view }) => !storedViewSchema.safeParse(view).success))
    return [
      inputProblem(
        dashboardErrors.OPERATION_INVALID({ reason: 'A document has at most 8 000 characters, its variables 4 000.' }),
        'document',
      ),
    ];
  return { title: asked.title?.trim().slice(0, 120) || operation.title, sentence: '', persona: null, widgets };
}
