import { type BlankKind, blankKind } from './blanks.ts';
import { DIGIT_PAIR, PAIR_COUNT, readBoolean } from './booleans.ts';
import { DMY, type DateShape, FIXED, MDY, readDate } from './dates.ts';
import { COMMA, DOT, type NumberShape, readNumber } from './numbers.ts';

/** Labels of how values are written that are counted; a column with more is not written in one way anyway. */
const MAX_LABELS = 20;

/**
 * Counts, over all values of a column, in how many ways each could be read. Nothing is decided per value: the counts of the whole column
 * decide, in column-format.ts. Constant memory.
 */
export class ColumnTally {
  /** Trimmed, non-empty values, placeholders apart. */
  values = 0;
  empties = 0;
  readonly placeholders: Record<BlankKind, number> = { MACHINE: 0, HUMAN: 0, WORD: 0 };
  readonly booleans: { yes: number; no: number }[] = Array.from({ length: PAIR_COUNT }, () => ({ yes: 0, no: 0 }));

  numbers = 0;
  dotNumbers = 0;
  commaNumbers = 0;
  onlyDot = 0;
  onlyComma = 0;
  fractions = 0;
  /** Ambiguous numbers (`1,234`), per sign: fractions if the sign they hold is the decimal one. */
  ambiguousDots = 0;
  ambiguousCommas = 0;
  grouped = 0;
  leadingZeros = 0;
  pointZeros = 0;
  percents = 0;
  zeros = 0;
  currencies = new Map<string, number>();
  withCurrency = 0;

  dates = 0;
  fixedDates = 0;
  mdy = 0;
  dmy = 0;
  onlyMdy = 0;
  onlyDmy = 0;
  /** Ambiguous dates whose second, or first, number is 1: month starts under one of the readings. */
  secondIsOne = 0;
  firstIsOne = 0;
  compactDates = 0;
  monthOnly = 0;
  twoDigitYears = 0;
  withTime = 0;
  withTimeOfDay = 0;
  dashedOrDotted = 0;
  dateLabels = new Map<string, number>();

  /** Takes a value as written, trimmed. */
  add(value: string): void {
    if (value === '') {
      this.empties++;
      return;
    }
    const blank = blankKind(value);
    if (blank !== null) {
      this.placeholders[blank]++;
      return;
    }
    this.values++;
    const boolean = readBoolean(value);
    const pair = boolean === null ? undefined : this.booleans[boolean.pair];
    if (boolean !== null && pair !== undefined) {
      if (boolean.value) pair.yes++;
      else pair.no++;
      if (boolean.pair !== DIGIT_PAIR) return;
    }
    const number = readNumber(value);
    if (number !== null) {
      this.#addNumber(number, value);
      if (value.length !== 8) return;
    }
    const date = readDate(value);
    if (date !== null) this.#addDate(date);
  }

  #addNumber(shape: NumberShape, value: string): void {
    this.numbers++;
    if (shape.readings & DOT) {
      this.dotNumbers++;
      if (!(shape.readings & COMMA)) this.onlyDot++;
    }
    if (shape.readings & COMMA) {
      this.commaNumbers++;
      if (!(shape.readings & DOT)) this.onlyComma++;
    }
    if (shape.fraction) this.fractions++;
    if (shape.ambiguous) {
      if (shape.body.includes('.')) this.ambiguousDots++;
      else this.ambiguousCommas++;
    }
    if (shape.grouped) this.grouped++;
    if (shape.leadingZero && !shape.fraction && !shape.pointZero) this.leadingZeros++;
    if (shape.pointZero) this.pointZeros++;
    if (shape.percent) this.percents++;
    if (value === '0') this.zeros++;
    if (shape.currency !== null) {
      this.withCurrency++;
      if (this.currencies.size < MAX_LABELS || this.currencies.has(shape.currency)) count(this.currencies, shape.currency);
    }
  }

  #addDate(shape: DateShape): void {
    this.dates++;
    const { readings } = shape;
    if (readings & FIXED) this.fixedDates++;
    if (readings & MDY) this.mdy++;
    if (readings & DMY) this.dmy++;
    if (readings === MDY) this.onlyMdy++;
    if (readings === DMY) this.onlyDmy++;
    if (readings === (MDY | DMY)) {
      if (shape.second === 1) this.secondIsOne++;
      if (shape.first === 1) this.firstIsOne++;
    }
    if (shape.compact) this.compactDates++;
    if (shape.monthOnly) this.monthOnly++;
    if (shape.twoDigitYear) this.twoDigitYears++;
    if (shape.time !== null) {
      this.withTime++;
      if (shape.time !== 0) this.withTimeOfDay++;
    }
    if (!(readings & FIXED) && !shape.label.includes('/')) this.dashedOrDotted++;
    if (this.dateLabels.size < MAX_LABELS || this.dateLabels.has(shape.label)) count(this.dateLabels, shape.label);
  }
}

/** The most counted key, or null when nothing was counted. */
export function mostCounted(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [key, number] of counts) if (best === null || number > (counts.get(best) ?? 0)) best = key;
  return best;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
