import { Field, ID, InputType } from 'type-graphql';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import type { Json } from './columns.ts';
import { dataOf } from './operation-dashboard.ts';

/** Results that are handed in at once: one of each operation of a dashboard. */
const MAX_RESULTS = 40;

@InputType({ description: 'What the operation behind some widgets answered: you run it, with your own rights.' })
export class OperationResultInput {
  @Field(() => [ID], { description: 'The widgets that show it, by their ids.' })
  widgets!: string[];

  @Field(() => String, { description: 'What it answered, as JSON; at most 200 000 characters.' })
  result!: string;
}

/** Data of operations by widget; or what is wrong with them. */
export function handedIn(results: readonly OperationResultInput[]): Map<string, Json> | InputProblem[] {
  if (results.length > MAX_RESULTS)
    return [inputProblem(dashboardErrors.RESULT_INVALID({ reason: `There are at most ${MAX_RESULTS} results.` }), 'results')];
  const byWidget = new Map<string, Json>();
  const problems: InputProblem[] = [];
  for (const [at, { widgets, result }] of results.entries()) {
    const data = dataOf(result);
    if (data === null)
      problems.push(
        inputProblem(dashboardErrors.RESULT_INVALID({ reason: 'The result is no JSON, or too long.' }), `results[${at}].result`),
      );
    else for (const widget of widgets) byWidget.set(widget, data);
  }
  return problems.length > 0 ? problems : byWidget;
}
