import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { PersonalDataType } from '../personal-data/finding.ts';
import type { Subject } from './subject/subject.ts';

/** What a place is to people who decide about it. */
export const PlaceKind = {
  RAW: 'RAW',
  QUARANTINE: 'QUARANTINE',
  CANONICAL: 'CANONICAL',
  MODEL: 'MODEL',
  QUESTIONS: 'QUESTIONS',
  APPROVALS: 'APPROVALS',
  RUNS: 'RUNS',
  EVENTS: 'EVENTS',
  USERS: 'USERS',
  NOTIFICATIONS: 'NOTIFICATIONS',
  JOURNAL: 'JOURNAL',
  OTHER: 'OTHER',
} as const;
export type PlaceKind = (typeof PlaceKind)[keyof typeof PlaceKind];

/** Which tables: those all tenants share, or those of the tenant's own schema. */
export type PlaceScope = 'PLATFORM' | 'TENANT';

/** A field that says who a record is about. */
export interface PersonalField {
  name: string;
  type: PersonalDataType;
  /** Text takes a pseudonym; anything else goes. */
  text: boolean;
}

/**
 * A table in which something about a person may stand, said by the subgraph that owns it. Tables that nobody says anything about are searched all the
 * same, as OTHER (those of the tenant's schema as CANONICAL): a new table is covered before anybody thinks of it.
 */
export interface PersonalDataPlace {
  scope: PlaceScope;
  table: string;
  kind: PlaceKind;
  /** Shown to people: `raw records`. */
  title: string;
  /**
   * What ERASE does to a row that is about the person. ROW: it goes. VALUES: what identifies the person is replaced, as PSEUDONYMISE does everywhere.
   * A mention within a longer text is always replaced only.
   */
  erase: 'ROW' | 'VALUES';
  /** A row in which the person occurs anywhere is about the person: what was set aside, unread. */
  anywhere?: boolean;
  /** Column that tells rows apart for the report, with what its values are called; left out where the table is one thing. */
  groups?: {
    column: string;
    /** Column by whose value a row is named within its group. */
    key?: string;
    /** Groups that people call so. */
    named?: (unit: UnitOfWork, name: string) => Promise<readonly string[]>;
    names: (unit: UnitOfWork, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
    /** Fields of a row's `data` that say who it is about, by group: what is replaced together with the rest. */
    personal?: (unit: UnitOfWork, ids: readonly string[]) => Promise<ReadonlyMap<string, readonly PersonalField[]>>;
  };
  /** Values to set on a row that was changed: what makes others look at it again. */
  touch?: (runId: string) => Readonly<Record<string, string>>;
}

/** Rows that an erasure changed or removed, for whoever derives something from them. */
export interface Touched {
  tenantId: string;
  runId: string;
  /** Per table of the tenant's schema that has groups: the groups in which something changed. */
  groups: ReadonlyMap<string, readonly string[]>;
  /** Who it is, for what no table holds. */
  subject: Subject;
}

/** Brings up to date what is derived from rows that changed; called again after a crash. */
export type Settle = (touched: Touched, signal: AbortSignal) => Promise<void>;
