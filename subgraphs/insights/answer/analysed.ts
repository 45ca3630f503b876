import type { AnalysisAsk } from '../compose/analysis-asked.ts';
import type { Refusal } from '../compose/interpret.ts';
import { forecastFor, forecastText, type ForecastFacts } from '../analysis/foretell.ts';
import { anomaliesOf, anomaliesText } from '../analysis/unusual.ts';
import { whyMoved } from '../analysis/why/why.ts';
import { whyText } from '../analysis/why/why-text.ts';
import type { AnswerFacts, RunQuery } from './answer-types.ts';
import type { Asked, Outcome } from './answer-question.ts';
import { formatValue } from './format.ts';
import type { Knowledge } from './knowledge.ts';
import { supposedAnswer } from './supposed.ts';
import { tierOf } from './tier.ts';

/** How much less sure a forecast is than data, at least and at most; between them its error in the back-test. */
const FORECAST_DOUBT = { least: 0.1, most: 0.5 };

/** An answer that leads with what was asked beside the number: the reason, the forecast, what is unusual, what would follow. */
export async function analysed(
  knowledge: Knowledge,
  run: RunQuery,
  asked: Asked,
  analysis: AnalysisAsk,
  outcome: Outcome,
): Promise<Outcome> {
  if (outcome.kind === 'refused') return outcome;
  const { answer } = outcome;
  const { plan } = answer;
  switch (analysis.kind) {
    case 'WHY': {
      const why = await whyMoved(knowledge, run, plan, asked.today);
      if (why === null)
        return led(answer, 'WHY', `${answer.text} There is no period before it to compare with, so that nothing tells why.`);
      return led(answer, 'WHY', whyText(why, analysis.direction));
    }
    case 'ANOMALIES': {
      const found = await anomaliesOf(knowledge, run, plan, asked.today);
      return led(answer, 'ANOMALIES', anomaliesText(found, plan));
    }
    case 'FORECAST': {
      const told = await forecastFor(knowledge, run, plan, { today: asked.today, count: analysis.count, grain: analysis.grain });
      return told.kind === 'refused'
        ? { kind: 'refused', refusal: tooShort(answer, told.reason) }
        : { kind: 'answer', answer: foretold(answer, told.forecast) };
    }
    case 'WHAT_IF':
      return supposedAnswer(knowledge, run, asked, analysis, answer);
  }
}

const led = (answer: AnswerFacts, asks: AnalysisAsk['kind'], text: string): Outcome => ({
  kind: 'answer',
  answer: { ...answer, asks, text },
});

function tooShort({ tokens }: AnswerFacts, reason: string): Refusal {
  return {
    reason: 'NO_DATA',
    text: reason,
    notUnderstood: [],
    missing: [],
    wouldHelp: ['More whole periods of data.'],
    suggestions: [],
    tokens,
  };
}

/** The forecast as the answer: its total where periods add up, else its last; marked as one, and never surer than it was right before. */
function foretold(answer: AnswerFacts, forecast: ForecastFacts): AnswerFacts {
  const { points, unit, currency, additive, error } = forecast;
  const value = additive ? points.reduce((sum, point) => sum + point.value, 0) : (points.at(-1)?.value ?? null);
  const rounded = value === null ? null : Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10_000) / 10_000;
  const doubt = Math.min(FORECAST_DOUBT.most, FORECAST_DOUBT.least + (error ?? FORECAST_DOUBT.most));
  const column = (name: string, label: string) => ({ name, label, unit, type: unit });
  const score = Math.max(0.05, answer.confidence.score - doubt);
  return {
    ...answer,
    asks: 'FORECAST',
    text: forecastText(forecast),
    label: `${forecast.label} (forecast)`,
    value: rounded,
    formattedValue: formatValue(rounded, unit, currency),
    delta: null,
    trend: null,
    breakdown: [],
    columns: [
      { name: 'd0', label: 'Period', unit: null, type: forecast.grain.toUpperCase() },
      column('m0', 'Forecast'),
      column('low', 'Low'),
      column('high', 'High'),
    ],
    rows: points.map((point) => [point.period, point.value, point.low, point.high]),
    truncated: false,
    confidence: {
      ...answer.confidence,
      score: Math.round(score * 1_000) / 1_000,
      tier: tierOf(score, answer.confidence.reading - doubt),
      reasons: [
        ...answer.confidence.reasons,
        {
          text: `It is a forecast, not data; tried on the past it was ${error === null ? 'never compared' : `${(error * 100).toFixed(1)} % off`}`,
          effect: -Math.round(doubt * 1_000) / 1_000,
        },
      ],
    },
  };
}
