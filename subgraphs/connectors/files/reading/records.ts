import { z } from 'zod';

/** One record as it was written, before it has types. A null cell was absent (JSON null or a missing property). */
export interface RawRecord {
  /** 1-based line on which the record starts. */
  line: number;
  cells: (string | null)[];
  /** The record's own text; read only when it is quarantined. */
  raw: string;
}

export type BadRecordCode =
  | 'RECORD_TOO_LONG'
  | 'UNCLOSED_QUOTE'
  | 'TOO_MANY_CELLS'
  | 'TOO_FEW_CELLS'
  | 'REPEATED_HEADER'
  | 'TOTAL_ROW'
  | 'NUL_CHARACTER'
  | 'INVALID_JSON'
  | 'NOT_AN_OBJECT'
  | 'VALUE_MISFIT'
  | 'BLANK_KEY'
  | 'DUPLICATE_KEY';

/** A record that does not land: what is wrong with it, for people, and where. */
export interface BadRecord {
  line: number;
  code: BadRecordCode;
  reason: string;
  raw: string;
}

/** What a reader hands over at a time: at most one chunk's worth. */
export interface RecordBatch {
  records: RawRecord[];
  bad: BadRecord[];
}

/** A place between two records of a file, from which reading can go on. */
export const positionSchema = z.object({ byte: z.int().nonnegative(), line: z.int().positive() });
export type Position = z.infer<typeof positionSchema>;

/** A batch, and the place after it; null when reading cannot go on from there. */
export interface PlacedBatch extends RecordBatch {
  next: Position | null;
}
