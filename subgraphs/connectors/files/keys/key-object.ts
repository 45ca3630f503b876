import type { ColumnType } from '../../../../schema/events/discovered-schema.ts';
import type { ColumnSketch } from '../profiling/column-profiler.ts';

/** A column as finding keys sees it. */
export interface KeyColumn {
  name: string;
  position: number;
  type: ColumnType;
  blanks: number;
  distinct: number;
  unique: boolean;
  averageLength: number;
  sketch: ColumnSketch;
}

export interface KeyObject {
  path: string;
  name: string;
  rows: number;
  columns: KeyColumn[];
  primaryKey: FoundKey | null;
}

export interface FoundKey {
  columns: string[];
  evidence: string[];
}

export interface FoundForeignKey {
  columns: string[];
  targetPath: string;
  targetColumns: string[];
  /** Share of the non-blank values (of the distinct ones when there are too many to count) that exist in the target, exactly but for case. */
  coverage: number;
  evidence: string[];
}

/** Whether values of this type can name a record: amounts, shares and truths measure it. */
export const canIdentify = (type: ColumnType): boolean => type === 'TEXT' || type === 'INTEGER' || type === 'DATE' || type === 'DATETIME';
