import { phraseKey } from '../language/tokenize.ts';
import { saidName } from '../model/sheet-shape.ts';
import type { Unit } from '../plan/query-plan.ts';
import type { DomainName, GoodDirectionName, ScenarioName } from './metric-definition.ts';

/** How the figures of a line are taken over time: added up, the last one, or on average. */
export type Flow = 'FLOW' | 'BALANCE' | 'RATE';

const SCENARIOS: readonly (readonly [ScenarioName, RegExp])[] = [
  ['ACTUAL', /^(?:actuals?|act|ist|reali[sz]ed|real)$/i],
  ['BUDGET', /^(?:budget(?:ed)?|bud|plan(?:ned)?|aop|target(?:ed)?|goal|soll)$/i],
  ['FORECAST', /^(?:forecast(?:ed)?|fcst|fc|outlook|projected|projection|estimated?|expected)$/i],
];

/** The scenario a word means, if it means one. */
export function scenarioOfWord(word: string): ScenarioName | null {
  return SCENARIOS.find(([, pattern]) => pattern.test(word.trim()))?.[0] ?? null;
}

/** `Revenue Budget`, `revenue_fc`: a name that ends or begins with a scenario, apart; ACTUAL where it says none. */
export function nameAndScenario(name: string): { name: string; scenario: ScenarioName } {
  const words = saidName(name).split(' ');
  for (const at of [words.length - 1, 0]) {
    const scenario = words.length > 1 ? scenarioOfWord(words[at] ?? '') : null;
    if (scenario !== null) return { name: words.toSpliced(at, 1).join(' '), scenario };
  }
  return { name: words.join(' '), scenario: 'ACTUAL' };
}

/** What a line is known by: without units in brackets, signs and `total` before it. */
export function lineKeys(name: string): string[] {
  const bare = saidName(name)
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|[%$€£#]/g, ' ')
    .replaceAll(/[-/]/g, ' ')
    .trim();
  const short = bare
    .replace(/^(?:total|net|reported) /, '')
    .replace(/ (?:eop|end of period|closing|balance|amount|usd|eur|gbp|in usd|in eur|in gbp|pct|percent)$/, '');
  return [...new Set([saidName(name), bare, bare.replace(/^total /, ''), short].map(phraseKey))].filter((key) => key !== '');
}

const RATE =
  /%|\b(?:percent|percentage|pct|rate|ratio|margin|share|yield|average|avg|mean|per|score|index|nps|csat|ces|utili[sz]ation|satisfaction|price|uptime|availability|attainment|retention|nrr|grr|dso|dpo|days|cycle|time|payback|coverage|occupancy|temperature|speed|delay|churn)\b/;
const BALANCE =
  /\b(?:headcount|fte|ftes|employees|staff|cash|balance|arr|mrr|customers|clients|accounts|subscribers|subscriptions|members|users|backlog|inventory|stock|receivables?|payables?|debt|equity|assets|liabilities|open|active|outstanding|end of period|eop|closing|fleet|stores|sites|capacity|pipeline|runway|deferred)\b/;
const HAPPENS =
  /\b(?:new|lost|churned|gained|added|hired|left|signed|closed|won|carried|served|sold|shipped|flow|burn|growth|change|spend|spent|cost|costs|expenses?|revenue|visits?)\b/;
const MONEY =
  /\b(?:revenue|sales|cost|costs|spend|expenses?|opex|capex|cogs|profit|income|ebitda|ebit|cash|bookings|billings|budget|arr|mrr|burn|debt|receivables?|payables?|payroll|price|turnover|salary|salaries|wages|fees?|payments?)\b/;
const DAYS = /\b(?:dso|dpo|dio|days)\b/;
const DOWN =
  /\b(?:cost|costs|spend|expenses?|opex|cogs|churn|churned|lost|attrition|burn|debt|dso|days|delay|delays|tickets|incidents|errors?|defects?|complaints?|returns?|return rate|backlog|downtime|accidents?|absence|overdue|outages?|cancellations?)\b/;
const PEOPLE = /\b(?:headcount|employees|staff|fte|hires?|attrition|absence|engagement|training|payroll|salary|crew)\b/;

/** Days that are counted one by one, as against a span of days. */
const COUNTED_DAYS = /\b(?:sick|sickness|absence|absent|leave|vacation|holiday|training|working|worked|lost|man|person) days\b/;

/** How the figures of a line are to be taken, by its name and unit. */
export function flowOf(name: string, unit: string | null): Flow {
  const said = `${saidName(name)} ${unit ?? ''}`.toLowerCase();
  if (RATE.test(said) && !COUNTED_DAYS.test(said)) return 'RATE';
  return BALANCE.test(said) && !HAPPENS.test(said) ? 'BALANCE' : 'FLOW';
}

/** A currency that a unit or a name says: a code in letters, or a sign. */
export function currencyIn(text: string): string | null {
  const code = /\b(USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|INR|CNY|BRL)\b/i.exec(text)?.[1]?.toUpperCase();
  return code ?? (text.includes('€') ? 'EUR' : text.includes('£') ? 'GBP' : text.includes('$') ? 'USD' : null);
}

/** What the figures of a line count. */
export function unitOfLine(name: string, unit: string | null): Unit {
  const said = `${saidName(name)} ${unit?.toLowerCase() ?? ''}`;
  if (/%|\b(?:percent|percentage|pct)\b/.test(said)) return 'PERCENT';
  if (DAYS.test(said) && !COUNTED_DAYS.test(said)) return 'DAYS';
  if (unit !== null && currencyIn(unit) !== null) return 'MONEY';
  if (unit === null && /\b(?:rate|margin|share|ratio|uptime|availability|utili[sz]ation|retention|nrr|grr|churn|occupancy)\b/.test(said))
    return 'PERCENT';
  if (unit === null && MONEY.test(said) && !/\b(?:per|number of|count)\b/.test(said)) return 'MONEY';
  return flowOf(name, unit) === 'RATE' ? 'NUMBER' : 'COUNT';
}

/** What comes in, or is left: in a sheet of money all else is spent. */
const EARNED =
  /\b(?:revenues?|sales|income|turnover|profit|margin|ebitda|ebit|earnings|bookings|billings|fees|gains?|subsid(?:y|ies)|grants?|receipts|cash|arr|mrr|assets?|equity)\b/;

/**
 * Which way a line should move, and where in the business it belongs, as far as its name tells. @param money whether the lines beside it are
 * money that comes in and goes out
 */
export function meaningOfLine(name: string, money = false): { goodDirection: GoodDirectionName; domain: DomainName } {
  const said = saidName(name);
  return {
    goodDirection: DOWN.test(said) || (money && !EARNED.test(said)) ? 'DOWN' : PEOPLE.test(said) ? 'NEUTRAL' : 'UP',
    domain: PEOPLE.test(said) ? 'PEOPLE' : MONEY.test(said) ? 'FINANCE' : 'OPERATIONS',
  };
}
