import type { Raw } from '../snapshot/fields.ts';
import type { Entry, Outcome } from './outcome.ts';

/** What is known while files are read, and shared by all files of a scan. */
export interface Reading {
  /** The moment of the scan, milliseconds since 1970. */
  asOf: number;
  /** Applications that a directory named, by the ids that grants cite. */
  directory: Map<string, { name: string | null; host: string | null }>;
  /** What records of this one file are called, by the addresses that others of it cite. */
  names: Map<string, string>;
}

interface Described {
  /** Stable, as partners read it: `AWS_CLOUDTRAIL`. */
  code: string;
  /** What it is, for people, as in "This can be read: …". */
  title: string;
}

/** A JSON document, or lines of JSON, whose records stand in lists. */
export interface JsonFormat extends Described {
  kind: 'JSON';
  /** Whether it names applications by ids that other files cite: it is read before them. */
  isDirectory?: boolean;
  /**
   * Where the lists of a document that begins like this are: keys joined with dots; '' for the document itself, which then is a list, or one record.
   * Null when it is none of this format. Of lines of JSON the first ones are given as a list.
   */
  lists: (beginning: unknown) => readonly string[] | null;
  /** The records that one element of a list holds. */
  read: (element: unknown, list: string, reading: Reading) => readonly Entry[];
}

/** A log of lines. */
export interface LineFormat extends Described {
  kind: 'LINES';
  /** Whether a log whose first lines are these is one. */
  matches: (lines: readonly string[]) => boolean;
  /** A reader of one file's lines, in order: null for lines that are no records, as comments. */
  reader: () => (line: string, reading: Reading) => Entry | null;
}

/** A table with headings: delimited text, or a JSON list of objects without depth. */
export interface TableFormat extends Described {
  kind: 'TABLE';
  /** What its columns go by, in the order in which they are believed; letters and digits in lower case. */
  columns: Readonly<Record<string, readonly string[]>>;
  /** Columns without which a table is none of this format; of columns in one group at least one. */
  required: readonly (readonly string[])[];
  /** The file names that decide between formats whose columns a table has equally. */
  named: RegExp;
  /** The column that tells records apart. */
  id?: string;
  /** @param row cells by column, without those that are blank */
  read: (row: Raw, reading: Reading) => Outcome;
}

export type Format = JsonFormat | LineFormat | TableFormat;

/** An element that is one record, with its id in the first of some fields. */
export const one = (id: string | null, outcome: Outcome): readonly [Entry] => [{ id, outcome }];
