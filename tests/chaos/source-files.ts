import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';

/** A value as it stands in a cell, and as the graph gives it back. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** One file: its rows by key, so that what landed can be compared with it. */
export interface Table {
  name: string;
  key: string;
  rows: Map<string, Row>;
}

const CITIES = ['Bergen', 'Oslo', 'Aarhus', 'Gothenburg', 'Tromsø', 'Malmö', 'Ålborg'];
const STATES = ['open', 'paid', 'shipped', 'returned'];
const MAX_CODE = 100_000_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2023, 0, 1);

/** Tables of a small trading company; `rows` over all of them. Names differ by source, so that no two sources feed one type. */
export function makeTables(source: string, rows: number, random: Random): Table[] {
  const shares = { crates: 0.1, pallets: 0.3, voyages: 0.6 };
  return Object.entries(shares).map(([kind, share]) => {
    const table: Table = { name: `${source}_${kind}`, key: `${kind}_code`, rows: new Map() };
    for (let index = 0; index < Math.max(10, Math.round(rows * share)); index += 1) addRow(table, random);
    return table;
  });
}

function addRow(table: Table, random: Random): void {
  for (;;) {
    const code = `${table.name.slice(0, 2).toUpperCase()}-${String(random.below(MAX_CODE)).padStart(8, '0')}`;
    if (table.rows.has(code)) continue;
    table.rows.set(code, newRow(table.key, code, random));
    return;
  }
}

function newRow(key: string, code: string, random: Random): Row {
  return {
    [key]: code,
    harbour: random.pick(CITIES),
    state: random.pick(STATES),
    weight: Math.round(random.fraction() * 1_000_000) / 100,
    pieces: random.below(500),
    loaded_on: new Date(FIRST_DAY + random.below(900) * DAY_MS).toISOString().slice(0, 10),
    remark: random.below(4) === 0 ? null : `lot "${random.below(9_999)}", aft; ok`,
  };
}

/** Some rows change, some go, some come: a twentieth of each table. */
export function changeTables(tables: readonly Table[], random: Random): void {
  for (const table of tables) {
    const codes = [...table.rows.keys()];
    for (let change = 0; change < codes.length / 20; change += 1) {
      const code = random.pick(codes);
      const kind = random.below(3);
      if (kind === 0) table.rows.delete(code);
      else if (kind === 1) addRow(table, random);
      else if (table.rows.has(code)) table.rows.set(code, newRow(table.key, code, random));
    }
  }
}

/** Writes each table as a CSV file. */
export function writeTables(folder: string, tables: readonly Table[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, rows } of tables) {
    const all = [...rows.values()];
    const columns = Object.keys(all[0] ?? {});
    const lines = all.map((row) => columns.map((column) => cell(row[column] ?? null)).join(','));
    writeFileSync(join(folder, `${name}.csv`), `${[columns.join(','), ...lines].join('\n')}\n`);
  }
}

function cell(value: Value): string {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
