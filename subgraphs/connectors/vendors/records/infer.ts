import { MAX_COLUMNS } from '../../files/limits.ts';
import { conventionsOf, decideFormat } from '../../files/typing/column-format.ts';
import { ColumnTally } from '../../files/typing/column-tally.ts';
import type { VendorField } from './field.ts';
import { type JsonRecord, textOf, valueAt } from './read-value.ts';

/**
 * Fields that a vendor does not document (those a customer made): the keys found below `at` in a sample of records, their types decided from the
 * values as those of files are. A name that is taken gets the prefix. @param documented fields that are known already
 */
export function inferFields(
  sample: readonly JsonRecord[],
  { at, only = /^/u, prefix }: { at: readonly string[]; only?: RegExp; prefix: string },
  documented: readonly VendorField[],
): VendorField[] {
  const known = new Set(documented.map(({ path }) => path.join('.')));
  const tallies = new Map<string, ColumnTally>();
  for (const record of sample) {
    const below = valueAt(record, at);
    if (typeof below !== 'object' || below === null || Array.isArray(below)) continue;
    for (const [key, value] of Object.entries(below)) {
      if (!only.test(key) || known.has([...at, key].join('.')) || (typeof value === 'object' && value !== null)) continue;
      if (!tallies.has(key) && tallies.size >= MAX_COLUMNS) continue;
      const tally = tallies.get(key) ?? new ColumnTally();
      tallies.set(key, tally);
      const text = textOf(value);
      if (text !== null) tally.add(text);
    }
  }
  for (const tally of tallies.values()) tally.settle();
  const conventions = conventionsOf([...tallies.values()]);
  const taken = new Set(documented.map(({ name }) => name));
  return [...tallies].map(([key, tally]): VendorField => {
    const short = key.replace(only, '');
    const name = taken.has(short) ? prefix + key : short;
    taken.add(name);
    const { format } = decideFormat(name, tally, conventions);
    return {
      name,
      path: [...at, key],
      type: format.type,
      encoding: 'PLAIN',
      currencyPath: null,
      format,
      description: null,
      references: null,
    };
  });
}
