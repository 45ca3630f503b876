import type { ColumnType, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import { weighed } from './detect-coercion.ts';
import { readText } from './read-text.ts';
import { MAX_STEPS, type Transform } from './steps.ts';
import { conversion, dimensionOf } from './units.ts';

const NUMERIC: ReadonlySet<ColumnType> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);
/** A transform that would set aside more than this share of the values seen does not fit them. */
const MOST_SET_ASIDE = 0.5;

/** Why a column's values cannot go through the steps to a type, in a sentence; null when they can. */
export function faultOf(steps: Transform, type: ColumnType, columnName: string, object: DiscoveredObject): string | null {
  if (steps.length > MAX_STEPS) return `More than ${MAX_STEPS} steps.`;
  const names = new Map(object.columns.map((column) => [column.name, column]));
  const column = names.get(columnName);
  if (column === undefined) return `There is no column “${columnName}”.`;
  for (const step of steps) {
    if (step.kind === 'UNIT' && conversion(step.from, step.to) === null) return unitFault(step.from, step.to);
    if ((step.kind === 'UNIT' || step.kind === 'CURRENCY') && !NUMERIC.has(type))
      return `${step.kind === 'UNIT' ? 'Units' : 'Currencies'} are converted of numbers only; the attribute is ${type.toLowerCase()}.`;
    if (step.kind === 'CURRENCY') {
      if (step.from === null && step.fromColumn === null) return 'Say in which currency the amounts are, or which column says it.';
      const day = names.get(step.onColumn);
      if (day === undefined || (day.type !== 'DATE' && day.type !== 'DATETIME'))
        return `“${step.onColumn}” is no date: a currency is converted at the rate of a day only.`;
      if (step.fromColumn !== null && !names.has(step.fromColumn)) return `There is no column “${step.fromColumn}”.`;
    }
    if (step.kind === 'CONCAT') {
      const unknown = step.columns.find((name) => !names.has(name));
      if (unknown !== undefined) return `There is no column “${unknown}”.`;
    }
  }
  return typeFault(steps, type, column);
}

function unitFault(from: string, to: string): string {
  const [a, b] = [dimensionOf(from), dimensionOf(to)];
  if (a === null || b === null) return `“${a === null ? from : to}” is no unit that is known.`;
  return `“${from}” measures ${a.toLowerCase()}, “${to}” ${b.toLowerCase()}: only units of one dimension are converted.`;
}

/** Texts that are read as numbers, days or flags have to be such: most of those seen, at least. */
function typeFault(steps: Transform, type: ColumnType, column: DiscoveredObject['columns'][number]): string | null {
  const [first] = steps;
  const texts = column.type === 'TEXT' && type !== 'TEXT';
  if (texts && steps.length === 0)
    return `“${column.name}” is text, the attribute ${type.toLowerCase()}: its values have to be read first.`;
  if (!texts || first?.kind !== 'COERCE' || steps.length > 1) return null;
  const wanted = NUMERIC.has(type) ? 'NUMBER' : type === 'BOOLEAN' ? 'FLAG' : 'DATE';
  let [all, lost] = [0, 0];
  let example = '';
  for (const [value, count] of weighed(column)) {
    const reading = readText(value, first);
    if (reading === 'BLANK') continue;
    all += count;
    if (
      reading === wanted ||
      (wanted === 'FLAG' && /^[01]$/.test(value.trim())) ||
      (wanted === 'DATE' && /^\d{4}-\d\d-\d\d/.test(value.trim()))
    )
      continue;
    lost += count;
    if (example === '') example = value.slice(0, 40);
  }
  return all > 0 && lost / all > MOST_SET_ASIDE
    ? `${Math.round((lost / all) * 100)} % of the values seen are not ${type.toLowerCase()}, such as “${example}”.`
    : null;
}
