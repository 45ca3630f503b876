import type { ConnectionKind } from './kinds.ts';

/** What a value of the form is. SECRET: sealed by the vault and never shown again. */
export const FORM_FIELD_KINDS = ['TEXT', 'SECRET', 'NUMBER', 'CHOICE', 'BOOLEAN'] as const;
export type FormFieldKind = (typeof FORM_FIELD_KINDS)[number];

/** Groups of the catalogue. */
export const CATEGORIES = ['CRM', 'BILLING', 'FINANCE', 'SUPPORT', 'OBSERVABILITY', 'DATABASE', 'WAREHOUSE', 'FILES', 'API', 'EVENTS'] as const; // prettier-ignore
export type Category = (typeof CATEGORIES)[number];

/** One thing that people are asked for when they connect a source. */
export interface FormField {
  /** Letters, digits and underscores; the name that values are given and kept under. */
  name: string;
  label: string;
  kind: FormFieldKind;
  required: boolean;
  /** What it is, in a sentence; null when the label says it. */
  help: string | null;
  /** Where at the source it is found: `Setup → Apps → App Manager`. Null when there is no such place. */
  where: string | null;
  /** What is taken when nothing is given. */
  fallback: string | null;
  /** Of a CHOICE; empty otherwise. */
  choices: readonly { value: string; label: string }[];
}

/** What a connector can do; nothing is claimed that its conformance suite does not try. */
export interface Capabilities {
  /** Reads only what is new since the last sync. */
  incremental: boolean;
  /** Notices what was deleted at the source between incremental reads. */
  deletes: boolean;
  /** Is read on a schedule; false where the source sends by itself. */
  schedules: boolean;
  /** Tells changes as they happen: a change stream, replication, webhooks. */
  live: boolean;
}

/** What people see of a kind of source before they connect one. */
export interface Descriptor {
  kind: ConnectionKind;
  /** The source's own name: `Salesforce`. */
  label: string;
  /** What is read from it, in a sentence. */
  description: string;
  category: Category;
  /** Somebody ran it against the real thing. */
  verified: boolean;
  /** What it was run against, in a sentence. */
  verification: string;
  form: readonly FormField[];
  capabilities: Capabilities;
}

type Given = Pick<FormField, 'name' | 'label'> & Partial<FormField>;

/** A field of a form: text that has to be given, unless it says otherwise. */
export const formField = (given: Given): FormField => ({
  kind: 'TEXT', required: true, help: null, where: null, fallback: null, choices: [], ...given,
}); // prettier-ignore
