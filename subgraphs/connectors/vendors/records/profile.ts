import { setImmediate as breathe } from 'node:timers/promises';
import { MAX_COUNTED_PER_COLUMN, MAX_DISTINCT_PER_COLUMN } from '../../files/limits.ts';
import { ColumnProfiler } from '../../files/profiling/column-profiler.ts';
import { MISFIT } from '../../files/typing/normalise.ts';
import type { FoundColumn } from '../../kit/connector.ts';
import type { VendorField } from './field.ts';
import { type JsonRecord, readValue, textOf, valueAt } from './read-value.ts';

/** The columns of a vendor's table with profiles of a sample of its records. @param whole the sample is all there is */
export async function profileFields(fields: readonly VendorField[], sample: readonly JsonRecord[], whole: boolean): Promise<FoundColumn[]> {
  const bounds = { maxCounted: MAX_COUNTED_PER_COLUMN, maxDistinct: MAX_DISTINCT_PER_COLUMN, budget: null };
  const seen = whole ? 'all records were looked at' : `${sample.length} records were looked at`;
  const columns: FoundColumn[] = [];
  for (const [position, field] of fields.entries()) {
    // One column of all records is some milliseconds of work: others get their turn in between.
    await breathe();
    const profiler = new ColumnProfiler(field.type, bounds);
    for (const record of sample) {
      const value = readValue(record, field);
      if (value !== MISFIT) profiler.add(value);
    }
    const source = field.format === null ? 'the vendor documents its type' : 'its type is decided from its values';
    columns.push({
      name: field.name,
      position,
      type: field.type,
      format: field.format?.label ?? null,
      currency: field.format?.currency ?? currencyOf(field, sample),
      nullable: profiler.blanks > 0 || !whole,
      description: field.description,
      evidence: [source, seen],
      profile: profiler.profile(),
      ...(field.aside === true ? { aside: true } : {}),
    });
  }
  return columns;
}

/** The currency that all amounts of the sample are in; null when there are several, or none is told. */
function currencyOf({ type, currencyPath }: VendorField, sample: readonly JsonRecord[]): string | null {
  if (type !== 'MONEY' || currencyPath === null) return null;
  const currencies = new Set(sample.map((record) => textOf(valueAt(record, currencyPath))?.toUpperCase()));
  const [only] = currencies;
  return currencies.size === 1 && only?.length === 3 ? only : null;
}
