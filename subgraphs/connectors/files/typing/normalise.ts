import { assertNever } from '../../../kernel/assert-never.ts';
import { type BlankKind, blankKind } from './blanks.ts';
import { readBoolean } from './booleans.ts';
import type { ColumnFormat } from './column-format.ts';
import { readDate, toIsoDate, toIsoDateTime } from './dates.ts';
import { type EpochUnit, epochOf } from './epochs.ts';
import { readNumber, toNumber } from './numbers.ts';

/** What a cell lands as. */
export type LandedValue = string | number | boolean | null;
/** The cell does not fit its column: its row is quarantined. */
export const MISFIT = Symbol('misfit');

const DEPTH: Record<BlankKind, number> = { MACHINE: 1, HUMAN: 2, WORD: 3 };

/** A trimmed cell as the value its column's format gives it: numbers as numbers, percents as fractions, dates as ISO text, blanks as null. */
export function normalise(value: string, format: ColumnFormat): LandedValue | typeof MISFIT {
  if (value === '') return null;
  const blank = blankKind(value);
  if (blank !== null && DEPTH[blank] <= DEPTH[format.blanks]) return null;
  switch (format.type) {
    case 'TEXT':
      return value;
    case 'BOOLEAN':
      return readBoolean(value)?.value ?? MISFIT;
    case 'DATE':
    case 'DATETIME': {
      if (format.epoch !== null) return fromEpoch(value, format.epoch);
      const shape = readDate(value);
      if (shape === null || (shape.compact && !format.compactDates)) return MISFIT;
      return (format.type === 'DATE' ? toIsoDate(shape, format.order) : toIsoDateTime(shape, format.order)) ?? MISFIT;
    }
    case 'INTEGER':
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT': {
      const shape = readNumber(value);
      if (shape === null || (shape.percent && format.type !== 'PERCENT')) return MISFIT;
      const number = toNumber(shape, format.decimal);
      if (number === null || (format.type === 'INTEGER' && !Number.isSafeInteger(number))) return MISFIT;
      return number;
    }
    default:
      return assertNever(format.type);
  }
}

function fromEpoch(value: string, unit: EpochUnit): LandedValue | typeof MISFIT {
  if (epochOf(value) !== unit) return MISFIT;
  return new Date(Number(value) * (unit === 's' ? 1000 : 1)).toISOString().replace('.000Z', 'Z');
}

/** What the column expects, for the reason of a misfit: `not a date like MM/DD/YYYY`. */
export function expectation(format: ColumnFormat): string {
  const like = format.label === null ? '' : ` like ${format.label}`;
  switch (format.type) {
    case 'TEXT':
      return 'text';
    case 'BOOLEAN':
      return format.label ?? 'yes or no';
    case 'DATE':
      return `a date${like}`;
    case 'DATETIME':
      return `a date and time${like}`;
    case 'INTEGER':
      return `a whole number${like}`;
    case 'DECIMAL':
      return `a number${like}`;
    case 'MONEY':
      return `an amount of money${like}`;
    case 'PERCENT':
      return `a percentage${like}`;
    default:
      return assertNever(format.type);
  }
}
