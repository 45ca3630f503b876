import type { Cost, Reading } from './cost-function.ts';
import { resolved, type Value } from './argument-values.ts';
import type { ListSize } from './cost-table.ts';

/** More than that costs too much anyway; sums stay numbers. */
const MAX_ITEMS = 1e9;

/** How many items a list is taken to hold. @param field its coordinate  @param otherwise where nothing says how many */
export function listSize(field: string, size: ListSize | undefined, values: ReadonlyMap<string, Value>, otherwise: number): Cost {
  if (size === undefined) return otherwise;
  const assumed = size.assumed ?? otherwise;
  if (size.slicing.length === 0) return assumed;
  const slicers = size.slicing.map((path) => {
    const [name = '', ...inside] = path.split('.');
    return { value: values.get(name) ?? ABSENT, inside };
  });
  const read = (reading: Reading): number => {
    let given = 0;
    let most = 0;
    for (const { value, inside } of slicers) {
      const count = countIn(resolved(value, reading), inside, assumed);
      if (count === null) continue;
      given++;
      most = Math.max(most, count);
    }
    if (size.requireOne && given !== 1) reading.unsliced ??= { field, names: size.slicing };
    return given === 0 ? assumed : most;
  };
  if (slicers.some(({ value }) => value.kind === 'OPEN')) return read;
  const reading: Reading = { variables: {}, unsliced: null };
  const count = read(reading);
  return reading.unsliced === null ? count : read;
}

const ABSENT: Value = { kind: 'KNOWN', value: undefined };

/** Items that a slicing argument asks for: a number, a number as text, or a list of what is wanted. Null: it is not given. `otherwise`: it says nothing. */
function countIn(value: unknown, inside: readonly string[], otherwise: number): number | null {
  let found = value;
  for (const name of inside) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return null;
    found = (found as Record<string, unknown>)[name];
  }
  if (found === undefined || found === null) return null;
  if (Array.isArray(found)) return found.length;
  // What is neither is no number whatever it turns into; the executor refuses it.
  const count = typeof found === 'number' || typeof found === 'string' ? Number(found) : Number.NaN;
  return Number.isNaN(count) ? otherwise : Math.min(MAX_ITEMS, Math.max(0, count));
}
