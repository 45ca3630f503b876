import type { RecordDetails } from '../details/record-details.ts';
import type { Evidence } from '../gather/evidence.ts';
import type { Problem, Silence } from './record-read.ts';

/** Evidence before its record is called something. */
export type Said = Evidence extends infer Each ? (Each extends Evidence ? Omit<Each, 'record'> : never) : never;

/** What one record comes to. */
export type Outcome =
  | { kind: 'EVIDENCE'; said: readonly Said[] }
  | { kind: 'SILENT'; reason: Silence }
  | { kind: 'REFUSED'; problem: Problem; says?: string };

/** One record of a file. A piece of a document may hold several. */
export interface Entry {
  /** What tells it from the others of its list; null where it has no id. */
  id: string | null;
  /** What it comes to, or how that is found out once the whole file has been read. */
  outcome: Outcome | (() => Outcome);
}

export const silent = (reason: Silence): Outcome => ({ kind: 'SILENT', reason });
export const refused = (problem: Problem, says?: string): Extract<Outcome, { kind: 'REFUSED' }> => ({
  kind: 'REFUSED',
  problem,
  ...(says === undefined ? {} : { says }),
});
/** At least one; without any it says nothing of a host or name. */
export const saying = (...said: readonly Said[]): Outcome => (said.length === 0 ? silent('NO_HOST') : { kind: 'EVIDENCE', said });

type Fields<Each extends Said> = Partial<Omit<Each, 'plane' | 'details'>> & { details?: Details };
/** Details as they are read: what is not there is null or left out. */
type Details = { [Field in keyof RecordDetails]?: RecordDetails[Field] | null | undefined };
type Of<Plane extends Said['plane']> = Extract<Said, { plane: Plane }>;

const mentionOf = ({ name, host, vendor, details }: Fields<Of<'CLOUD'>>) => ({
  name: name ?? null,
  host: host ?? null,
  vendor: vendor ?? null,
  details: detailsOf(details ?? {}),
});

/** A sensor has seen it. */
export const observed = (source: string, at: number | null, fields: Fields<Of<'CLOUD'>>): Said => ({
  plane: 'DISCOVERY',
  ...mentionOf(fields),
  source,
  at,
});

/** The identity provider knows it. */
export const identity = (fields: Fields<Of<'IDP'>>): Said => ({
  plane: 'IDP',
  ...mentionOf(fields),
  hasSso: fields.hasSso ?? false,
  lastLoginAt: fields.lastLoginAt ?? null,
});

/** It stands in a cloud. Its provider is not its vendor: else one resource would govern whatever else the provider sells. */
export const inCloud = (fields: Omit<Fields<Of<'CLOUD'>>, 'vendor'>): Said => ({ plane: 'CLOUD', ...mentionOf(fields) });

export const configured = (fields: Fields<Of<'CMDB'>>): Said => ({
  plane: 'CMDB',
  ...mentionOf(fields),
  type: fields.type ?? null,
  lifecycle: fields.lifecycle ?? null,
});

export const paid = (fields: Fields<Of<'FINANCE'>>): Said => ({
  plane: 'FINANCE',
  ...mentionOf(fields),
  ongoing: fields.ongoing ?? false,
  yearly: fields.yearly ?? null,
});

export const attested = (fields: Fields<Of<'SECURITY'>>): Said => ({ plane: 'SECURITY', ...mentionOf(fields) });

function detailsOf(details: Details): RecordDetails | null {
  const there = Object.entries(details).filter(([, value]) => value !== null && value !== undefined && !isEmpty(value));
  return there.length === 0 ? null : Object.fromEntries(there);
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
