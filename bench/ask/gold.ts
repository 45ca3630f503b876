/** Rows of an answer or of gold: texts, numbers, booleans or nothing. */
export type Rows = readonly (readonly unknown[])[];

/** Readings of one gold statement beyond this many are not tried. */
const MAX_READINGS = 64;

/** `{a,b}` stands for any of these columns, `{}` for those chosen before it; statements between semicolons are alternatives. */
export function goldReadings(gold: string): string[] {
  return gold
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .flatMap((statement) => {
      const groups = [...statement.matchAll(/\{([^{}]+)\}/gu)].map((match) => (match[1] ?? '').split(',').map((column) => column.trim()));
      const [first] = groups;
      if (first === undefined) return [statement];
      return groups
        .map(subsets)
        .reduce<string[][]>((made, choices) => made.flatMap((each) => choices.map((choice) => [...each, choice])), [[]])
        .slice(0, MAX_READINGS)
        .map((choices) => {
          let at = 0;
          return statement.replaceAll(/\{([^{}]*)\}/gu, (_, inside: string) =>
            inside === '' ? (choices[0] ?? '') : (choices[at++] ?? ''),
          );
        });
    });
}

/** Every choice of at least one column, in the order they stand in. */
function subsets(columns: string[]): string[] {
  return Array.from({ length: 2 ** columns.length - 1 }, (_, bits) =>
    columns.filter((__, index) => ((bits + 1) >> index) % 2 === 1).join(', '),
  );
}

/** MySQL's texts may stand in double quotes. */
export const asPostgres = (statement: string): string =>
  statement.replaceAll(/"((?:[^"]|"")*)"/gu, (_, inside: string) => `'${inside.replaceAll("'", "''")}'`);

/** A cell as it is compared: numbers to two decimals, whatever type carries them. */
export function cellKey(cell: unknown): string {
  if (cell === null || cell === undefined) return '∅';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = (typeof cell === 'string' ? cell : JSON.stringify(cell)).trim();
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text)) return (Math.round(Number(text) * 100) / 100 + 0).toFixed(2);
  return text.replace(/^(\d{4}-\d{2}-\d{2})T00:00:00.*$/u, '$1');
}

const bag = (rows: Rows, columns: readonly number[]): string =>
  rows
    .map((row) => columns.map((column) => cellKey(row[column])).join('\u0001'))
    .toSorted()
    .join('\u0002');

function* choices(from: number, count: number, taken: number[] = []): Generator<number[]> {
  if (taken.length === count) yield taken;
  else for (let column = 0; column < from; column += 1) if (!taken.includes(column)) yield* choices(from, count, [...taken, column]);
}

/** Columns beyond this many are not permuted. */
const MAX_COLUMNS = 6;

/**
 * Whether rows are the gold's, as multisets, columns in any order. `SAME`: nothing else stands in them; `MORE`: gold is there with further
 * columns beside it.
 */
export function compareRows(found: Rows, gold: Rows): 'SAME' | 'MORE' | 'OTHER' {
  if (found.length !== gold.length) return 'OTHER';
  if (gold.length === 0) return 'SAME';
  const wanted = gold[0]?.length ?? 0;
  const have = found[0]?.length ?? 0;
  if (have < wanted || wanted > MAX_COLUMNS || have > MAX_COLUMNS * 2) return 'OTHER';
  const key = bag(
    gold,
    Array.from({ length: wanted }, (_, index) => index),
  );
  for (const columns of choices(have, wanted)) if (bag(found, columns) === key) return have === wanted ? 'SAME' : 'MORE';
  return 'OTHER';
}
