import { detached } from '../detached.ts';
import { type BlankKind, blankKind } from './blanks.ts';
import { DIGIT_PAIR, PAIR_COUNT, readBoolean } from './booleans.ts';
import { DMY, type DateShape, FIXED, MDY, readDate } from './dates.ts';
import { epochOf } from './epochs.ts';
import { COMMA, DOT, type NumberShape, readNumber } from './numbers.ts';

/** Labels of how values are written that are counted; a column with more is not written in one way anyway. */
const MAX_LABELS = 20;
/** Distinct values that are counted first and read once, which is most of the work saved where values repeat; past it each is read as it comes. */
const MAX_REPEATED = 3000;

/**
 * Counts, over all values of a column, in how many ways each could be read. Nothing is decided per value: the counts of the whole column
 * decide, in column-format.ts. Bounded memory.
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
  /** Numbers with a letter for thousands or millions, those of them with a fraction, and which letters. */
  scaled = 0;
  scaledFractions = 0;
  readonly scales = new Set<number>();
  /** Whole numbers that could be seconds, or milliseconds, since 1970. */
  epochSeconds = 0;
  epochMilliseconds = 0;
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
  #repeated: Map<string, number> | null = new Map();

  /** Takes a value as written, trimmed. Read the counts after `settle`. */
  add(value: string): void {
    if (value === '') {
      this.empties++;
      return;
    }
    if (this.#repeated === null) {
      this.#tally(value, 1);
      return;
    }
    const times = this.#repeated.get(value);
    if (times !== undefined) this.#repeated.set(value, times + 1);
    else if (this.#repeated.size < MAX_REPEATED) this.#repeated.set(detached(value), 1);
    else {
      this.settle();
      this.#repeated = null;
      this.#tally(value, 1);
    }
  }

  /** Reads the values that were only counted so far. */
  settle(): void {
    if (this.#repeated === null) return;
    for (const [value, times] of this.#repeated) this.#tally(value, times);
    this.#repeated.clear();
  }

  #tally(value: string, times: number): void {
    const blank = blankKind(value);
    if (blank !== null) {
      this.placeholders[blank] += times;
      return;
    }
    this.values += times;
    const boolean = readBoolean(value);
    const pair = boolean === null ? undefined : this.booleans[boolean.pair];
    if (boolean !== null && pair !== undefined) {
      if (boolean.value) pair.yes += times;
      else pair.no += times;
      if (boolean.pair !== DIGIT_PAIR) return;
    }
    const number = readNumber(value);
    if (number !== null) {
      this.#addNumber(number, value, times);
      if (value.length !== 8) return;
    }
    const date = readDate(value);
    if (date !== null) this.#addDate(date, times);
  }

  #addNumber(shape: NumberShape, value: string, times: number): void {
    this.numbers += times;
    if (shape.readings & DOT) {
      this.dotNumbers += times;
      if (!(shape.readings & COMMA)) this.onlyDot += times;
    }
    if (shape.readings & COMMA) {
      this.commaNumbers += times;
      if (!(shape.readings & DOT)) this.onlyComma += times;
    }
    if (shape.fraction) this.fractions += times;
    if (shape.ambiguous) {
      if (shape.body.includes('.')) this.ambiguousDots += times;
      else this.ambiguousCommas += times;
    }
    if (shape.grouped) this.grouped += times;
    if (shape.leadingZero && !shape.fraction && !shape.pointZero) this.leadingZeros += times;
    if (shape.pointZero) this.pointZeros += times;
    if (shape.percent) this.percents += times;
    if (value === '0') this.zeros += times;
    if (shape.scale > 0) {
      this.scaled += times;
      this.scales.add(shape.scale);
      if (shape.fraction) this.scaledFractions += times;
    }
    const epoch = epochOf(value);
    if (epoch === 's') this.epochSeconds += times;
    else if (epoch === 'ms') this.epochMilliseconds += times;
    if (shape.currency !== null) {
      this.withCurrency += times;
      if (this.currencies.size < MAX_LABELS || this.currencies.has(shape.currency)) count(this.currencies, shape.currency, times);
    }
  }

  #addDate(shape: DateShape, times: number): void {
    this.dates += times;
    const { readings } = shape;
    if (readings & FIXED) this.fixedDates += times;
    if (readings & MDY) this.mdy += times;
    if (readings & DMY) this.dmy += times;
    if (readings === MDY) this.onlyMdy += times;
    if (readings === DMY) this.onlyDmy += times;
    if (readings === (MDY | DMY)) {
      if (shape.second === 1) this.secondIsOne += times;
      if (shape.first === 1) this.firstIsOne += times;
    }
    if (shape.compact) this.compactDates += times;
    if (shape.monthOnly) this.monthOnly += times;
    if (shape.twoDigitYear) this.twoDigitYears += times;
    if (shape.time !== null) {
      this.withTime += times;
      if (shape.time !== 0) this.withTimeOfDay += times;
    }
    if (!(readings & FIXED) && !shape.label.includes('/')) this.dashedOrDotted += times;
    if (this.dateLabels.size < MAX_LABELS || this.dateLabels.has(shape.label)) count(this.dateLabels, shape.label, times);
  }
}

/** The most counted key, or null when nothing was counted. */
export function mostCounted(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [key, number] of counts) if (best === null || number > (counts.get(best) ?? 0)) best = key;
  return best;
}

function count(counts: Map<string, number>, key: string, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}
