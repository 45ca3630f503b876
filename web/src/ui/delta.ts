import type { AnswerFieldsFragment, Unit } from '../gql/graphql.ts';
import { formatChange, formatPercent, formatValue } from './format.ts';

interface Changed {
  delta: AnswerFieldsFragment['delta'];
  unit: Unit;
}

/** The change alone, signed: "−6%", "+2.1 points"; null when nothing is compared. */
export function changeText({ delta, unit }: Changed): string | null {
  if (!delta) return null;
  const sign = delta.absolute >= 0 ? '+' : '−';
  if (unit === 'PERCENT') return `${sign}${formatPercent(Math.abs(delta.absolute), 1).replace('%', '')} points`;
  return delta.relative === null ? `${sign}${formatValue(Math.abs(delta.absolute), unit)}` : formatChange(delta.relative);
}

/** The change since the earlier period, in words: "−6% on Q3 2017 (2,982,255)". */
export function deltaText({ delta, unit }: Changed): string | null {
  return delta ? `${changeText({ delta, unit })} on ${delta.versus} (${formatValue(delta.previousValue, unit)})` : null;
}
