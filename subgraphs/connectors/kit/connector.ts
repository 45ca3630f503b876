import type { ColumnProfile, ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ScreenTally, Screening } from '../../kernel/privacy/screening/screening.ts';
import type { SourceOwner } from './health.ts';
import type { PlaneRef } from '../planes/plane-ref.ts';
import type { CopyInto } from '../objects/copy-rows.ts';
import type { ConnectionKind } from './kinds.ts';

/**
 * The connector kit. A connector knows one kind of source: it discovers what is there and reads it page by page. Everything else (syncs, landing,
 * quarantine, removals, events) is the same for all and lives outside it. A new connector is one folder, one line in kinds.ts and one in registry.ts.
 *
 * What leaves the kit is the canonical event {entity, data, meta {tenant, trace}, source {system, connection}}, spread over what stores it once:
 * entity = raw_record.object_id, data = raw_record.data, meta = the tenant's schema and the trace of the outbox entry, source = the connection of
 * `connectors.records-landed`, which names the object, the sync and the ordinals that changed.
 */
export interface Connector {
  readonly kind: ConnectionKind;
  /** Tables of one connection that may be read at once; one when left out. Its own limits hold for them together. */
  readonly streams?: number;
  /** Everything at the source, tables and what is none. @throws DomainError when the source cannot be reached. */
  discover(source: SourceRef, options: DiscoverOptions): Promise<FoundObject[]>;
  /**
   * The records of one table in order, from `table.from` and `table.since` on. Cells are normalised; records that cannot be are bad.
   * @throws DomainError; TABLE_GONE when just this table is no longer there.
   */
  pages(source: SourceRef, table: TableToRead, options: ReadOptions): AsyncIterable<Page>;
  /**
   * A table in parts that can be read side by side, each as the database takes it; null where this table cannot be read so. Only for tables whose key never
   * repeats and whose values come in as they are.
   */
  parts?(source: SourceRef, table: TableToRead, into: CopyInto): Promise<PartedRead | null>;
  /**
   * The keys of all records the table has now, in pages of a few thousand and any order, as `PageRecord.key` has them: what was deleted since an
   * incremental read. A connector without it takes nothing for deleted from tables that it reads incrementally.
   */
  keys?(source: SourceRef, table: TableToRead, options: ReadOptions): AsyncIterable<string[]>;
  /** Takes away what it left at the source: its connection is being removed. What it throws is not waited for. */
  release?(source: SourceRef): Promise<void>;
  /**
   * It tells the source that a page has landed when it is asked for the next one, which must therefore be only then. What it does not read again has
   * not gone: only `Page.removed` says that something has.
   */
  readonly acknowledges?: true;
}

/** Where a connection leads. */
export interface SourceRef {
  /** A folder, an upload, the URL of a database or an API; never with a password in it. */
  location: string;
  /** Decrypted for this call only; null when there is none. Never put into errors, logs, events or plans. */
  secret: string | null;
  /** What else the connection was given, as the connector's own input parsed it: schemas to read, a certificate. */
  settings: unknown;
  /** The fabric plane it is reached through, open; left out or null: none, a direct call. */
  plane?: PlaneRef | null;
  /** Whose it is; left out or null where nobody's, as in tests. */
  owner?: SourceOwner | null;
}

export interface ReadOptions {
  /** Aborts when the process ends; the read then rejects. */
  signal: AbortSignal;
}

export interface DiscoverOptions extends ReadOptions {
  /**
   * Tables by path as they landed last; their `contentHash` is that of what landed. A connector that sees that one is still the same may give it back
   * as it is, instead of looking through it again.
   */
  known?: ReadonlyMap<string, FoundTable>;
}

export interface TableToRead {
  path: string;
  /** How to read it, as `discover` gave it. */
  plan: unknown;
  /** Columns that identify a record; null when its content does. */
  key: string[] | null;
  /** Cursor of the last page that was kept: go on after it. Null: from the start. */
  from: unknown;
  /** What is done with values while they are made records of; null: nothing. Connectors hand it to `screenPage` where records are made. */
  screening: Screening | null;
  /** Watermark of the last complete read, for tables whose `incremental` names a column: only what is newer. Null: everything. */
  since: unknown;
}

/** A table in parts, in order. */
export interface PartedRead {
  count: number;
  /** The part at which a read goes on from a cursor; null where none begins there. */
  startOf(cursor: unknown): number | null;
  /** Where a part ends, as `Page.cursor` says it; null at the end. */
  cursorAfter(part: number): unknown;
  /** @throws DomainError as `pages` does */
  read(part: number, options: ReadOptions): Promise<HeldPart>;
}

/** A part as the database takes it. */
export interface LandedPart {
  rows: number;
  /** Binary COPY of raw_record. */
  bytes: Uint8Array<ArrayBuffer>;
  bad: Page['bad'];
  /** Number of its last record. */
  ordinal: number;
}

export interface HeldPart extends LandedPart {
  /** Gives its memory back for another part: new memory for each would have all there is collected again and again. */
  release(): void;
}

export interface Page {
  records: PageRecord[];
  bad: { line: number; code: string; reason: string; raw: string }[];
  /** Keys, as `PageRecord.key` has them, of records that the source says are deleted. */
  removed?: readonly string[];
  /** What screening found in it; left out where nothing was screened. */
  tallies?: ScreenTally[];
  /** Where the page ends at the source, as JSON: `TableToRead.from` of a read that goes on after it. */
  cursor: unknown;
  /** Highest value of the incremental column so far, as JSON: `TableToRead.since` of the next read once this one is complete. Null without one. */
  watermark: unknown;
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
  /** Looked at only because a field that should be there is not: what may have taken its place, and no column by itself. */
  aside?: boolean;
}

export interface FoundTable {
  kind: 'TABLE';
  columns: FoundColumn[];
  rowCount: number;
  quarantinedCount: number;
  primaryKey: { columns: string[]; evidence: string[] } | null;
  foreignKeys: { columns: string[]; targetPath: string; targetColumns: string[]; coverage: number; evidence: string[] }[];
  /** The column that only grows with every change, which lets a sync read just what is newer; null when there is none. Evidence says why. */
  incremental: string | null;
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
