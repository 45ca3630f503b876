import type { VendorHttp } from './http/vendor-http.ts';
import type { VendorField } from './records/field.ts';
import type { JsonRecord } from './records/read-value.ts';

/** A session with a vendor's API: what every request of it needs. */
export interface VendorSession {
  http: VendorHttp;
  /** Headers that authorise; never logged. */
  headers: Readonly<Record<string, string>>;
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
  /** As JSON: a read from here gives exactly what comes after this page. */
  cursor: unknown;
  watermark: unknown;
  /** The API said that nothing comes after it. */
  last: boolean;
}

/** What is particular to one vendor; the rest is `vendorConnector`. A new one is one folder and a line in vendors.ts. */
export interface Vendor {
  /** Turns the secret into what requests carry; asks the vendor when it has to. @throws DomainError when it is refused */
  authorise(http: VendorHttp, secret: string, signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  tables(session: VendorSession): Promise<VendorTable[]>;
  /** Pages of one table in a stable order. */
  read(session: VendorSession, table: Pick<VendorTable, 'path' | 'fields'>, read: VendorRead): AsyncIterable<VendorPage>;
  /** Keys of all records, for tables that are read incrementally. */
  keys?(session: VendorSession, table: Pick<VendorTable, 'path'>): AsyncIterable<string[]>;
}
