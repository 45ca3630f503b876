import { readNumber } from '../typing/numbers.ts';
import type { RawRecord } from './records.ts';

const TOTAL = /^(?:grand |sub|overall |column |report )?(?:totals?|sum|summe|gesamt(?:summe)?|somme|suma|totale|totaal)\s*:?$/iu;
const LONGEST = 16;

/**
 * Finds the one record at the end of a table that only sums up the others: its first cell says total, no other record's does, and
 * besides it there are only numbers and blanks. Taken for a record, it would double every sum.
 */
export class TotalRow {
  #last: RawRecord | null = null;
  #named = 0;
  #rows = 0;

  /** Takes the next record. @returns the one before it, which is none; null at the first. */
  next(record: RawRecord): RawRecord | null {
    const before = this.#last;
    this.#last = record;
    this.#rows++;
    if (saysTotal(record)) this.#named++;
    return before;
  }

  /** The last record, and whether it is a total. */
  end(): { last: RawRecord | null; isTotal: boolean } {
    const last = this.#last;
    return { last, isTotal: last !== null && this.#rows > 2 && this.#named === 1 && saysTotal(last) && restIsNumbers(last) };
  }
}

function saysTotal({ cells }: RawRecord): boolean {
  const first = cells.find((cell) => cell !== null && cell !== '') ?? '';
  return first.length <= LONGEST && TOTAL.test(first);
}

function restIsNumbers({ cells }: RawRecord): boolean {
  const [, ...rest] = cells.filter((cell) => cell !== null && cell !== '');
  return rest.length > 0 && rest.every((cell) => readNumber(cell ?? '') !== null);
}
