import type { Scenario } from './unpivot-plan.ts';

const WORDS: ReadonlyMap<string, Scenario> = new Map([
  ...['actual', 'actuals', 'act', 'ist', 'real', 'realised', 'realized'].map((word): [string, Scenario] => [word, 'ACTUAL']),
  ...['forecast', 'forecasted', 'fcst', 'fc', 'projected', 'projection', 'outlook', 'estimate', 'estimated', 'expected'].map(
    (word): [string, Scenario] => [word, 'FORECAST'],
  ),
  ...['budget', 'budgeted', 'bud', 'plan', 'planned', 'target', 'goal', 'soll'].map((word): [string, Scenario] => [word, 'BUDGET']),
]);

/** The scenario that one of a name's words says, and the name without it; null when none does. */
export function scenarioOf(name: string): { scenario: Scenario; rest: string } | null {
  const parts = name.split(/([\s_\-–:()/|]+|(?<=[a-z])(?=[A-Z]))/).filter((part) => part !== '');
  const at = parts.findIndex((part) => WORDS.has(part.toLowerCase()));
  const scenario = WORDS.get(parts[at]?.toLowerCase() ?? '');
  if (scenario === undefined) return null;
  const rest = parts
    .toSpliced(at, 1)
    .join(' ')
    .replace(/[\s_\-–:()/|]+/g, ' ')
    .trim();
  return { scenario, rest };
}

/** All words that say a scenario, with which one: for values of a column. */
export const SCENARIO_WORDS: ReadonlyMap<string, Scenario> = WORDS;
