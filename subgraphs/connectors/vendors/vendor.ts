import type { SourceRef } from '../kit/connector.ts';
import type { Auth } from '../kit/auth/auth.ts';
import type { Judge, VendorHttp } from './http/vendor-http.ts';
import type { VendorField } from './records/field.ts';
import type { JsonRecord } from './records/read-value.ts';

/** A session with a vendor's API. */
export interface VendorSession {
  /** Authorises its requests by itself. */
  http: VendorHttp;
  /** What the connection was given besides address and secret: the descriptor's other fields by name. */
  settings: Readonly<Record<string, unknown>>;
  source: SourceRef;
  signal: AbortSignal;
}

/** One table of a vendor, as its API describes it. */
export interface VendorTable {
  /** Identifies it at the vendor: the object's API name. */
  path: string;
  name: string;
  /** Documented fields; those a customer made come from a sample (`customAt`). */
  fields: readonly VendorField[];
  /** Where in a record fields stand that a customer made: those whose names match `only`, without what matched; `prefix` where a name is taken. */
  customAt: readonly { at: readonly string[]; only?: RegExp; prefix: string }[];
  key: readonly string[];
  /** The column that grows with every change, when reads can go on after it. */
  incremental: string | null;
  /** How many records there are; null when the API does not say. */
  count: number | null;
  /** It leaves fields without a value out of its records: one that none has may be there all the same. */
  sparse?: boolean;
  /** What else `read` and `keys` need of it, as JSON. */
  plan?: unknown;
}

export interface VendorRead {
  /** Cursor of the last page kept; null: from the start. */
  from: unknown;
  /** Watermark of the last complete read; null: everything. */
  since: unknown;
}

export interface VendorPage {
  records: readonly JsonRecord[];
  /** Keys of records that the vendor says are deleted. */
  removed?: readonly string[];
  /** As JSON: a read from here gives exactly what comes after this page, and nothing when that is nothing. Null: there is no place to go on from. */
  cursor: unknown;
  watermark: unknown;
  /** The API said that nothing comes after it. */
  last: boolean;
}

/** What is particular to one vendor; the rest is `vendorConnector`. A new one is one folder and a line in vendors.ts. */
export interface Vendor {
  /** How it knows who asks. */
  auth: Auth;
  /** Requests of one connection at once; 4 when left out. */
  parallel?: number;
  /** What its own way to answer means, where the status alone does not tell: a limit told by 403, an expired session by 400. */
  judge?: Judge;
  tables(session: VendorSession): Promise<VendorTable[]>;
  /** Pages of one table in a stable order. */
  read(session: VendorSession, table: Pick<VendorTable, 'path' | 'fields' | 'plan'>, read: VendorRead): AsyncIterable<VendorPage>;
  /** Keys of all records, for tables that are read incrementally. */
  keys?(session: VendorSession, table: Pick<VendorTable, 'path' | 'plan'>): AsyncIterable<string[]>;
}
