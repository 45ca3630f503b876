import type { FindingUnit } from '../../gql/graphql.ts';
import { formatCell } from '../../ui/format.ts';
import { inUnit } from './looks.ts';

/** Evidence that is a table. */
export interface EvidenceTable {
  columns: readonly { label: string; unit: FindingUnit | null }[];
  rows: readonly (readonly unknown[])[];
}

const MOST_ROWS = 50;
const UNITS: readonly FindingUnit[] = ['COUNT', 'DAYS', 'MONEY', 'MONEY_PER_MONTH', 'PERCENT'];

/** The table that a finding rests on; null when its evidence is something else. Pure. */
export function evidenceTable(evidence: Readonly<Record<string, unknown>>): EvidenceTable | null {
  const { columns, rows } = evidence;
  if (!Array.isArray(columns) || !Array.isArray(rows) || columns.length === 0) return null;
  return {
    columns: columns.map((column: unknown, index) => {
      if (typeof column === 'string') return { label: column, unit: null };
      const { label, unit } = (column ?? {}) as { label?: unknown; unit?: unknown };
      return { label: typeof label === 'string' ? label : String(index + 1), unit: UNITS.find((each) => each === unit) ?? null };
    }),
    rows: rows.slice(0, MOST_ROWS).map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [])),
  };
}

/** A cell of it as people read it. Pure. */
export function evidenceCell(value: unknown, unit: FindingUnit | null): string {
  return typeof value === 'number' && unit !== null ? inUnit(value, unit) : formatCell(value, null);
}
