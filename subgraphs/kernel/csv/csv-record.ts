/** One record as it was written, before it has types. */
export interface CsvRecord {
  /** 1-based line on which the record starts. */
  line: number;
  cells: string[];
  /** The record's own text. */
  raw: string;
}

/** A record that cannot be read: what is wrong with it, for people, and where. */
export interface CsvProblem {
  line: number;
  code: 'RECORD_TOO_LONG' | 'UNCLOSED_QUOTE';
  reason: string;
  /** How the record starts. */
  raw: string;
}

/** What the parser hands over at a time: at most one chunk's worth. */
export interface CsvBatch {
  records: CsvRecord[];
  bad: CsvProblem[];
}
