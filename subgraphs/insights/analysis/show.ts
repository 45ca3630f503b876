import { formatValue } from '../answer/format.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { metricOf } from '../metrics/metric.type.ts';
import type { Unit } from '../plan/query-plan.ts';
import { Anomaly } from './anomaly.type.ts';
import { Forecast, NoForecast, type ForecastGrain } from './forecast.type.ts';
import { forecastText, type ForecastOutcome } from './foretell.ts';
import type { AnomaliesFacts } from './unusual.ts';
import { WhatIf, WhatIfMetric } from './what-if.type.ts';
import type { WhatIfFacts, WhatIfMetric as Facts } from './what-if/what-if.ts';
import type { Contribution as ContributionFacts } from './why/contributions.ts';
import type { WhyFacts } from './why/why.ts';
import { whyText } from './why/why-text.ts';
import { Contribution, Why, WhySplit } from './why.type.ts';

const FORMULA = 'Formula';

function contributionOf(facts: WhyFacts, dimension: string, each: ContributionFacts): Contribution {
  const formattedChange = formatValue(each.change, facts.unit, facts.currency);
  return Object.assign(new Contribution(), { ...each, dimension, formattedChange });
}

/** Why a number moved, as the graph shows it. */
export function whyOf(facts: WhyFacts, asked: 'UP' | 'DOWN' | null): Why {
  const splits = facts.splits.map(({ dimension, telling, contributions }) =>
    Object.assign(new WhySplit(), {
      dimension,
      telling: Math.round(telling * 1_000) / 1_000,
      contributions: contributions.map((each) => contributionOf(facts, dimension, each)),
    }),
  );
  const { kind, before, after, change } = facts;
  return Object.assign(new Why(), {
    text: whyText(facts, asked),
    kind,
    period: facts.period.label,
    versus: facts.versus.label,
    before,
    after,
    change,
    relative: before === 0 ? null : change / Math.abs(before),
    contributions: splits[0]?.contributions ?? [],
    splits,
    components: facts.components.map((each) => contributionOf(facts, FORMULA, each)),
  });
}

export const anomaliesShown = ({ anomalies }: AnomaliesFacts): Anomaly[] => anomalies.map((each) => Object.assign(new Anomaly(), each));

/** A forecast as the graph shows it. */
export function forecastShown(outcome: ForecastOutcome): Forecast | NoForecast {
  if (outcome.kind === 'refused') return Object.assign(new NoForecast(), { reason: outcome.reason });
  const { forecast } = outcome;
  const { label, unit, points, method, error, tried, history } = forecast;
  return Object.assign(new Forecast(), {
    text: forecastText(forecast),
    label,
    unit,
    grain: forecast.grain.toUpperCase() as ForecastGrain,
    points,
    method,
    backTestError: error,
    trials: tried.map((trial) => ({ method: trial.name, error: trial.error })),
    history,
  });
}

const shown = (value: number | null, unit: Unit, currency: string | null): string | null =>
  formatValue(value === null ? null : Math.round(value * 10_000) / 10_000, unit, currency);

function whatIfMetric(knowledge: Knowledge, facts: Facts): WhatIfMetric[] {
  const bound = knowledge.metrics.get(facts.metric);
  if (bound === undefined) return [];
  const { original, changed, change, relative, unit, currency } = facts;
  return [
    Object.assign(new WhatIfMetric(), {
      metric: metricOf(knowledge, bound),
      original,
      changed,
      change,
      relative,
      formattedOriginal: shown(original, unit, currency),
      formattedChanged: shown(changed, unit, currency),
    }),
  ];
}

/** What follows of a supposition, as the graph shows it. */
export function whatIfShown(knowledge: Knowledge, { text, drivers, affected, assumptions }: WhatIfFacts): WhatIf {
  const all = (list: readonly Facts[]): WhatIfMetric[] => list.flatMap((each) => whatIfMetric(knowledge, each));
  return Object.assign(new WhatIf(), { text, drivers: all(drivers), affected: all(affected), assumptions });
}
