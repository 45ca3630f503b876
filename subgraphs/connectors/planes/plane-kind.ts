/** What a plane of some kind is for. */
export type PlaneCategory = 'API_GATEWAY' | 'IPAAS' | 'EVENT_BUS' | 'WAREHOUSE' | 'DATA_MOVEMENT';

/** What a plane of some kind does for the connections that go through it. */
export type PlaneCapability = 'CARRIES_REQUESTS' | 'DELIVERS_EVENTS' | 'HOLDS_TABLES' | 'SHOWS_JOBS' | 'LIMITS_TRAFFIC' | 'TRACES_REQUESTS';

/** One field of the form by which a plane is made; `address` and `secret` are two of them, the others are settings. */
export interface PlaneField {
  name: string;
  label: string;
  kind: 'TEXT' | 'SECRET' | 'NUMBER' | 'CHOICE' | 'BOOLEAN';
  required: boolean;
  help: string;
  /** What holds when it is left out. */
  fallback: string | null;
  choices: readonly string[];
}

/** A kind of plane, as the wizard shows it. */
export interface PlaneKindSpec {
  label: string;
  category: PlaneCategory;
  description: string;
  /** Somebody ran it against the real product. */
  verified: boolean;
  /** What it was run against. */
  triedWith: string;
  capabilities: readonly PlaneCapability[];
  /** The addresses it takes: their protocols, with the colon. */
  protocols: readonly string[];
  fields: readonly PlaneField[];
}

/** A field of a plane's form; optional text unless told otherwise. */
export function planeField(name: string, label: string, help: string, more: Partial<PlaneField> = {}): PlaneField {
  return { name, label, help, kind: 'TEXT', required: false, fallback: null, choices: [], ...more };
}

/** Where the plane is. */
export const addressField = (label: string, help: string, fallback: string | null = null): PlaneField =>
  planeField('address', label, help, { required: fallback === null, fallback });

/** What opens the plane; sealed, never shown. */
export const secretField = (label: string, help: string, required = true): PlaneField =>
  planeField('secret', label, help, { kind: 'SECRET', required });
