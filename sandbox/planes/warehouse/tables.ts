/** A table of a simulated warehouse. */
export interface WarehouseTable {
  schema: string;
  name: string;
  columns: readonly { name: string; type: 'NUMBER' | 'MONEY' | 'TEXT' | 'BOOLEAN' | 'DATE' | 'TIMESTAMP' | 'JSON'; comment?: string }[];
  key: readonly string[];
  rows: (string | number | boolean | null | Date | object)[][];
}

const START = Date.parse('2026-01-01T00:00:00.000Z');
const MINUTE_MS = 60_000;
const STATES = ['open', 'paid', 'refunded'];

/** An order as the warehouse has it; `changed` minutes after the beginning of 2026. */
export const orderRow = (id: number, changed = id): WarehouseTable['rows'][number] => [
  id, `C-${id % 97}`, (id * 137) % 10_000 / 100, STATES[id % 3] ?? '', id % 5 === 0, new Date(START + (id % 300) * 86_400_000), new Date(START + changed * MINUTE_MS), { source: 'web', lines: [id, id + 1] },
]; // prettier-ignore

/** A warehouse with orders (key and moment of change), customers under names that need quoting, and a log without a key. */
export function warehouseTables(orders: number): WarehouseTable[] {
  return [
    {
      schema: 'SALES', name: 'ORDERS', key: ['ID'],
      columns: [
        { name: 'ID', type: 'NUMBER', comment: 'Number of the order' }, { name: 'CUSTOMER', type: 'TEXT' }, { name: 'TOTAL', type: 'MONEY' }, { name: 'STATE', type: 'TEXT' },
        { name: 'RUSH', type: 'BOOLEAN' }, { name: 'ORDERED_ON', type: 'DATE' }, { name: 'UPDATED_AT', type: 'TIMESTAMP' }, { name: 'DETAILS', type: 'JSON' },
      ],
      rows: Array.from({ length: orders }, (_, i) => orderRow(i + 1)),
    },
    {
      schema: 'SALES', name: 'Customers of "us"', key: ['Customer id'],
      columns: [{ name: 'Customer id', type: 'TEXT' }, { name: 'na"me', type: 'TEXT' }, { name: 'SINCE', type: 'DATE' }],
      rows: Array.from({ length: 97 }, (_, i) => [`C-${i}`, i === 3 ? null : `Customer ${i}`, new Date(START + i * 86_400_000)]),
    },
    {
      schema: 'RAW.LOGS', name: 'EVENTS', key: [],
      columns: [{ name: 'AT', type: 'TIMESTAMP' }, { name: 'MESSAGE', type: 'TEXT' }],
      rows: Array.from({ length: 40 }, (_, i) => [new Date(START + i * 1_000), `event ${i}`]),
    },
  ]; // prettier-ignore
}

/** The rows that a SELECT of one table asks for: columns by name, those that changed since a moment, in order. */
export function selected(
  table: WarehouseTable,
  columns: readonly string[],
  since: { column: string; at: Date } | null,
  order: readonly string[],
): WarehouseTable['rows'] {
  const at = (name: string): number => table.columns.findIndex((column) => column.name === name);
  const places = columns.map(at);
  if ([...columns, ...order].some((name) => at(name) < 0)) throw new RangeError('invalid identifier');
  const kept = since === null ? table.rows : table.rows.filter((row) => (row[at(since.column)] as Date) >= since.at);
  const rank = (row: WarehouseTable['rows'][number], name: string): string | number => {
    const value = row[at(name)];
    return value instanceof Date ? value.getTime() : typeof value === 'number' ? value : JSON.stringify(value ?? null);
  };
  const sorted = kept.toSorted((a, b) => {
    for (const name of order) if (rank(a, name) !== rank(b, name)) return rank(a, name) < rank(b, name) ? -1 : 1;
    return 0;
  });
  return sorted.map((row) => places.map((place) => row[place] ?? null));
}
