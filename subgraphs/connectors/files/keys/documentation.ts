import { compact, singular, subjectWords } from '../typing/names.ts';

const MIN_SHARE = 0.5;
const MIN_MATCHES = 3;
export const MAX_DOCUMENTATION_ROWS = 3000;
const MAX_DOCUMENTATION_COLUMNS = 12;

export interface DescribedObject {
  path: string;
  name: string;
  columns: string[];
}

export interface Documentation {
  /** path of the described object → column → description. */
  columns: Map<string, Map<string, string>>;
  evidence: string;
}

/**
 * Whether a small table describes the others: one of its columns holds mostly names of their columns (a data dictionary). Then its longest text is the
 * description, and a column of objects' names, when there is one, says of which object.
 */
export function readDocumentation(
  table: { columns: string[]; rows: readonly (readonly (string | null)[])[] },
  others: readonly DescribedObject[],
): Documentation | null {
  const width = table.columns.length;
  if (width < 2 || width > MAX_DOCUMENTATION_COLUMNS || table.rows.length === 0 || table.rows.length > MAX_DOCUMENTATION_ROWS) return null;
  const known = new Set(others.flatMap((object) => object.columns.map(compact)));
  const field = bestColumn(table, (value) => known.has(compact(value)));
  if (field === null) return null;
  const description = longestText(table, field.index);
  if (description === null) return null;
  const byName = new Map(others.flatMap((object) => namesOf(object.name).map((name) => [name, object] as const)));
  const owner = bestColumn(table, (value) => namesOf(value).some((name) => byName.has(name)), field.index, 1);
  const columns = new Map<string, Map<string, string>>();
  let current: DescribedObject | undefined;
  for (const row of table.rows) {
    const written = owner === null ? '' : (row[owner.index] ?? '');
    // A table's name is often written once, above the rows of its columns.
    if (written !== '')
      current = namesOf(written)
        .map((name) => byName.get(name))
        .find((object) => object !== undefined);
    const text = row[description] ?? '';
    const name = compact(row[field.index] ?? '');
    if (text === '' || name === '') continue;
    for (const object of owner === null ? others : current ? [current] : []) {
      const column = object.columns.find((candidate) => compact(candidate) === name);
      if (column === undefined) continue;
      const described = columns.get(object.path) ?? new Map<string, string>();
      described.set(column, described.get(column) ?? text);
      columns.set(object.path, described);
    }
  }
  return {
    columns,
    evidence: `${field.matched} of ${field.distinct} values of ${table.columns[field.index]} are names of columns of the other files`,
  };
}

const namesOf = (name: string): string[] => [
  compact(name.replace(/\.\w{2,6}$/u, '')),
  subjectWords(name.replace(/\.\w{2,6}$/u, ''))
    .map(singular)
    .join(''),
];

function bestColumn(
  table: { columns: string[]; rows: readonly (readonly (string | null)[])[] },
  matches: (value: string) => boolean,
  except = -1,
  minMatches = MIN_MATCHES,
): { index: number; matched: number; distinct: number } | null {
  let best: { index: number; matched: number; distinct: number } | null = null;
  for (let index = 0; index < table.columns.length; index++) {
    if (index === except) continue;
    const values = new Set(table.rows.map((row) => row[index] ?? '').filter((value) => value !== ''));
    const matched = [...values].filter(matches).length;
    if (matched < minMatches || matched < values.size * MIN_SHARE) continue;
    if (best === null || matched > best.matched) best = { index, matched, distinct: values.size };
  }
  return best;
}

function longestText(table: { columns: string[]; rows: readonly (readonly (string | null)[])[] }, except: number): number | null {
  let best: { index: number; length: number } | null = null;
  for (let index = 0; index < table.columns.length; index++) {
    if (index === except) continue;
    const length = table.rows.reduce((sum, row) => sum + (row[index] ?? '').length, 0) / table.rows.length;
    if (length >= 8 && (best === null || length > best.length)) best = { index, length };
  }
  return best?.index ?? null;
}
