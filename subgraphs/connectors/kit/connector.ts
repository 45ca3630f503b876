import type { ColumnProfile, ColumnType } from '../../../schema/events/discovered-schema.ts';

/**
 * The connector kit. A connector knows one kind of source: it discovers what is there and reads it page by page. Everything else (syncs, landing,
 * quarantine, removals, events) is the same for all and lives outside it. A new connector is one folder and one line in registry.ts.
 *
 * What leaves the kit is the canonical event {entity, data, meta {tenant, trace}, source {system, connection}}, spread over what stores it once:
 * entity = raw_record.object_id, data = raw_record.data, meta = the tenant's schema and the trace of the outbox entry, source = the connection of
 * `connectors.records-landed`, which names the object, the sync and the ordinals that changed.
 */
export interface Connector {
  readonly kind: ConnectionKind;
  /** Everything at the location, tables and what is none. @throws DomainError when the location cannot be reached. */
  discover(location: string, options: ReadOptions): Promise<FoundObject[]>;
  /** The records of one table in order. Cells are normalised; records that cannot be are bad. */
  pages(location: string, table: TableToRead, options: ReadOptions): AsyncIterable<Page>;
}

export const ConnectionKind = { FILES: 'FILES' } as const;
export type ConnectionKind = (typeof ConnectionKind)[keyof typeof ConnectionKind];

export interface ReadOptions {
  /** Aborts when the process ends; the read then rejects. */
  signal: AbortSignal;
}

export interface TableToRead {
  path: string;
  /** How to read it, as `discover` gave it. */
  plan: unknown;
  /** Columns that identify a record; null when its content does. */
  key: string[] | null;
}

export interface Page {
  records: PageRecord[];
  bad: { line: number; code: string; reason: string; raw: string }[];
  /** Where the page ends at the source, for people and logs. */
  cursor: unknown;
  /** How much of the table has been read, 0…1. */
  progress: number;
}

export interface PageRecord {
  /** The values of the table's key as one text; null when it has none. */
  key: string | null;
  /** Where it starts at the source: line, row. */
  line: number;
  /** `{column: normalised value}` as JSON. */
  data: string;
  /** Hash of `data`. */
  hash: string;
}

export interface FoundColumn {
  name: string;
  position: number;
  type: ColumnType;
  format: string | null;
  currency: string | null;
  nullable: boolean;
  description: string | null;
  evidence: string[];
  profile: ColumnProfile;
}

export interface FoundTable {
  kind: 'TABLE';
  columns: FoundColumn[];
  rowCount: number;
  quarantinedCount: number;
  primaryKey: { columns: string[]; evidence: string[] } | null;
  foreignKeys: { columns: string[]; targetPath: string; targetColumns: string[]; coverage: number; evidence: string[] }[];
  /** Notes for people: encodings, titles left out. */
  evidence: string[];
  /** What `pages` needs; JSON. */
  plan: unknown;
  /** Hash of everything there is to read; equal hashes mean that nothing changed. Null when unknown. */
  contentHash: string | null;
}

/** Something at the location: a table, or why it is none. */
export interface FoundObject {
  /** Identifies it within the connection. */
  path: string;
  name: string;
  found: FoundTable | { kind: 'SKIPPED'; code: string; reason: string };
}
