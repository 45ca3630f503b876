import type { RecordDetails } from '../details/record-details.ts';

/** What one record of a plane says, in the form that gathering reads, whatever format it came in. Times in milliseconds since 1970; text as it was written. */
interface Mention {
  /** What the record is called in its source, to be found there again: its id, else its number. */
  record: string | null;
  name: string | null;
  /** A host or address; null where the record has none. */
  host: string | null;
  vendor: string | null;
  /** What it says beyond what it is judged by; null for nothing. */
  details: RecordDetails | null;
}

export interface Observation extends Mention {
  plane: 'DISCOVERY';
  /** Which kind of sensor saw it: browser, dns, proxy … */
  source: string;
  at: number | null;
}

export interface IdentityRecord extends Mention {
  plane: 'IDP';
  hasSso: boolean;
  lastLoginAt: number | null;
}

export interface ConfigurationRecord extends Mention {
  plane: 'CMDB';
  type: string | null;
  lifecycle: string | null;
}

export interface CloudRecord extends Mention {
  plane: 'CLOUD';
}

export interface FinanceRecord extends Mention {
  plane: 'FINANCE';
  /** When it was paid; left out where it is no payment. */
  at?: number | null;
  /** Whether money goes on being paid as of the scan. */
  ongoing: boolean;
  /** A year, in the record's currency; null where it is not said. */
  yearly: number | null;
}

export interface AttestationRecord extends Mention {
  plane: 'SECURITY';
}

/** What says something of an asset and makes none: it counts for nothing in admission and class. */
export interface ContextRecord extends Mention {
  plane: 'CONTEXT';
}

export type Evidence = Observation | IdentityRecord | ConfigurationRecord | CloudRecord | FinanceRecord | AttestationRecord | ContextRecord;
/** Evidence that is matched with assets after all observations are in. */
export type Matched = Exclude<Evidence, Observation>;
