import { MAX_COLUMNS } from '../../files/limits.ts';
import { MISFIT } from '../../files/typing/normalise.ts';
import { conventionsOf, decideFormat } from '../../files/typing/column-format.ts';
import { ColumnTally } from '../../files/typing/column-tally.ts';
import { type VendorField, vendorFieldSchema } from './field.ts';
import { type JsonRecord, readValue, textOf, valueAt } from './read-value.ts';

/** So many values, and such a share of them, have to misfit a documented type before the values are believed instead. */
const MIN_MISFITS = 5;
const MISFIT_SHARE = 0.2;
const MAX_DEPTH = 3;

/**
 * The fields as they are, not as they are documented: without those that no record has, and with what stands in their place. A field whose values are
 * none of its type is typed by its values. Where everything is as documented, that is what comes out.
 * @param sparse the vendor leaves fields without a value out of its records. @param customAt where fields stand that are found out elsewhere
 */
export function settleFields(
  documented: readonly VendorField[],
  sample: readonly JsonRecord[],
  { sparse, customAt }: { sparse: boolean; customAt: readonly (readonly string[])[] },
): VendorField[] {
  const there = sparse ? documented : documented.filter(({ path }) => !isAbsent(sample, path));
  const typed = there.map((field) => (isMistyped(field, sample) ? typedByValues(field, sample) : field));
  if (there.length === documented.length) return typed;
  return [...typed, ...undocumented(documented, sample, customAt, MAX_COLUMNS - typed.length).map((field) => ({ ...field, aside: true }))];
}

/** No record has it, and at least one had the place for it. */
function isAbsent(sample: readonly JsonRecord[], path: VendorField['path']): boolean {
  const last = path.at(-1) ?? '';
  let decided = false;
  for (const record of sample) {
    const [top = ''] = path;
    const parent = path.length === 1 ? record : valueAt(record, path.slice(0, -1));
    if (typeof parent === 'object' && parent !== null) {
      if (typeof last === 'number' || Object.hasOwn(parent, last)) return false;
      decided = true;
    } else if (Object.hasOwn(record, top)) return false;
    else decided = true;
  }
  return decided;
}

function isMistyped(field: VendorField, sample: readonly JsonRecord[]): boolean {
  if (field.format !== null || field.type === 'TEXT') return false;
  let values = 0;
  let misfits = 0;
  for (const record of sample) {
    const value = readValue(record, field);
    if (value === null) continue;
    values += 1;
    if (value === MISFIT) misfits += 1;
  }
  return misfits >= MIN_MISFITS && misfits >= values * MISFIT_SHARE;
}

function typedByValues(field: VendorField, sample: readonly JsonRecord[]): VendorField {
  const [inferred] = fieldsOf(new Map([[field.name, { path: field.path, values: sample.map((record) => valueAt(record, field.path)) }]]));
  return inferred === undefined ? field : { ...inferred, description: field.description, references: field.references };
}

/** What stands in the records besides, by its path; whatever lies deeper is left out. @param lists lists count too, as JSON */
function undocumented(
  documented: readonly VendorField[],
  sample: readonly JsonRecord[],
  customAt: readonly (readonly string[])[],
  room: number,
  lists = false,
): VendorField[] {
  const known = new Set(documented.map(({ path }) => path.join('.')));
  const elsewhere = customAt.filter((at) => at.length > 0).map((at) => `${at.join('.')}.`);
  const leaves = new Map<string, Leaf>();
  const look = (object: object, above: readonly string[], record: JsonRecord): void => {
    for (const [key, value] of Object.entries(object)) {
      const path = [...above, key];
      const name = path.join('.');
      if ((!lists && Array.isArray(value)) || elsewhere.some((at) => name.startsWith(at))) continue;
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        if (path.length < MAX_DEPTH) look(value as object, path, record);
        continue;
      }
      if (known.has(name)) continue;
      const leaf = leaves.get(name) ?? { path, values: [] };
      if (!leaves.has(name) && leaves.size >= room) continue;
      leaf.values.push(value);
      leaves.set(name, leaf);
    }
  };
  for (const record of sample) look(record, [], record);
  return fieldsOf(leaves);
}

interface Leaf {
  path: VendorField['path'];
  values: unknown[];
}

/** Everything that stands below `at` in records that nobody documents, by its path from there; lists as JSON. */
export function leafFields(sample: readonly JsonRecord[], at: readonly string[]): VendorField[] {
  const below = sample.map((record) => valueAt(record, at)).filter((value): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value)); // prettier-ignore
  return undocumented([], at.length === 0 ? sample : below, [], MAX_COLUMNS, true).map((field) => ({ ...field, path: [...at, ...field.path] })); // prettier-ignore
}

/** Fields by name, typed by their values as those of files are. */
function fieldsOf(leaves: ReadonlyMap<string, Leaf>): VendorField[] {
  const tallies = [...leaves].map(([name, { path, values }]) => {
    const tally = new ColumnTally();
    for (const value of values) {
      const text = textOf(value);
      if (text !== null) tally.add(text);
    }
    tally.settle();
    return { name, path, tally };
  });
  const conventions = conventionsOf(tallies.map(({ tally }) => tally));
  return tallies.map(({ name, path, tally }) => {
    const { format } = decideFormat(name, tally, conventions);
    return vendorFieldSchema.parse({ name, path, type: format.type, format });
  });
}
