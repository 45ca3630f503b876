import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { inputProblem, inputRefused, InputProblem, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Answer } from '../ask/answer.type.ts';
import type { CalendarUnit } from '../language/calendar.ts';
import { labelOf } from '../language/calendar.ts';
import type { Period } from '../plan/query-plan.ts';
import { analysisErrors } from './analysis.errors.ts';
import type { AnalysisService } from './analysis.service.ts';
import { Anomaly } from './anomaly.type.ts';
import { AnswerAsks } from './asks.type.ts';
import { ForecastGrain, ForecastResult, type Forecast, type NoForecast } from './forecast.type.ts';
import { MAX_STEPS } from './forecast/forecast.ts';
import { anomaliesShown, forecastShown, whatIfShown, whyOf } from './show.ts';
import { WhatIfInput, WhatIfResult, WhatIf, type WhatIfChangeInput } from './what-if.type.ts';
import type { Supposed } from './what-if/what-if.ts';
import { Why } from './why.type.ts';

const problem = (reason: string, field: string): InputProblem => inputProblem(analysisErrors.WHAT_IF_REFUSED({ reason }), field);

function supposedOf({ metric, byPercent, by, to }: WhatIfChangeInput, at: number): Supposed | InputProblem {
  const said = [
    byPercent == null ? [] : [{ metric, kind: 'percent' as const, amount: byPercent / 100 }],
    by == null ? [] : [{ metric, kind: 'add' as const, amount: by }],
    to == null ? [] : [{ metric, kind: 'to' as const, amount: to }],
  ].flat();
  const [only, more] = said;
  if (only === undefined || more !== undefined) return problem('A change is by exactly one of percent, amount and value.', `changes.${at}`);
  return only;
}

/** A period by its first day and the one behind its last; null without either. */
function periodFrom(from: string | null, to: string | null): Period | null {
  if (from === null && to === null) return null;
  const label = from !== null && to !== null ? labelOf(from, to) : from !== null ? `since ${from}` : `before ${to}`;
  return { from, to, label, relative: false };
}

@Resolver(() => Answer)
export class AnalysisResolver {
  private readonly service: AnalysisService;

  constructor(service: AnalysisService) {
    this.service = service;
  }

  @FieldResolver(() => Why, {
    nullable: true,
    description:
      'Why the number moved since the period compared with; null for lists, and where nothing is compared. Computed when asked for.',
  })
  async why(@Ctx() { viewer }: GraphContext, @Root() answer: Answer): Promise<Why | null> {
    const facts = await this.service.why(requireUser(viewer), answer.facts);
    return facts === null ? null : whyOf(facts, null);
  }

  @FieldResolver(() => [Anomaly], {
    description: 'Periods in which the number was not what the others say, latest first. Computed when asked for.',
  })
  async anomalies(@Ctx() { viewer }: GraphContext, @Root() answer: Answer): Promise<Anomaly[]> {
    return anomaliesShown(await this.service.anomalies(requireUser(viewer), answer.facts));
  }

  @FieldResolver(() => ForecastResult, { description: 'What the number is likely to be: a forecast, not data. Computed when asked for.' })
  async forecast(
    @Ctx() { viewer }: GraphContext,
    @Root() answer: Answer,
    @Arg('periods', () => Int, { nullable: true, description: `How many periods to go on, 1 to ${MAX_STEPS}; 3 when left out.` }) periods?:
      | number
      | null,
    @Arg('grain', () => ForecastGrain, { nullable: true, description: 'How long they are; as the data tell it when left out.' })
    grain?: ForecastGrain | null,
  ): Promise<Forecast | NoForecast> {
    const unit = grain == null ? null : (grain.toLowerCase() as CalendarUnit);
    return forecastShown(await this.service.forecast(requireUser(viewer), answer.facts, periods ?? null, unit));
  }

  @FieldResolver(() => AnswerAsks, { description: 'What was asked for beside the number: the text leads with it.' })
  asks(@Root() answer: Answer): AnswerAsks {
    return answer.facts.asks ?? 'NUMBER';
  }

  @FieldResolver(() => WhatIf, {
    nullable: true,
    description: 'What would follow, when that was asked; `Query.whatIf` tells it of any driver.',
  })
  async supposed(@Ctx() { viewer }: GraphContext, @Root() answer: Answer): Promise<WhatIf | null> {
    const { whatIf } = answer.facts;
    return whatIf === undefined ? null : whatIfShown(await this.service.known(requireUser(viewer)), whatIf);
  }

  @Query(() => WhatIfResult, {
    description:
      'What follows when drivers change, carried through the definitions of metrics beside how things are. Nothing is saved. Errors: WHAT_IF_REFUSED.',
  })
  async whatIf(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => WhatIfInput, { description: 'What is supposed.' }) input: WhatIfInput,
  ): Promise<WhatIf | InputRefused> {
    const said = input.changes.map(supposedOf);
    const problems = said.filter((each) => each instanceof InputProblem);
    const [from, to] = [input.from ?? null, input.to ?? null];
    if (from !== null && to !== null && from >= to) problems.push(problem('The period is empty.', 'to'));
    if (problems.length > 0) return inputRefused(problems);
    const changes = said.filter((each): each is Supposed => !(each instanceof InputProblem));
    const { knowledge, outcome } = await this.service.whatIf(requireUser(viewer), {
      metric: input.metric ?? null,
      changes,
      period: periodFrom(from, to),
    });
    if (outcome.kind === 'refused') return inputRefused(outcome.problems.map(({ field, reason }) => problem(reason, field)));
    return whatIfShown(knowledge, outcome.facts);
  }
}
