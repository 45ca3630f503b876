import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { Semantic } from '../../../schema/events/semantic-model.ts';
import type { Transform } from './steps.ts';
import type { UnpivotPlan } from './unpivot-plan.ts';

/** One more attribute that a column feeds: a piece of it, what its words say, the amount before it was converted. */
export interface AlsoFed {
  readonly attribute: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly semantic: Semantic;
  readonly canonical: boolean;
  readonly transform: Transform;
  /** The column it comes from when that is another one. */
  readonly column?: string;
  readonly synonyms?: readonly string[];
  readonly description?: string | null;
}

/** Something that could be done to a column's values; nothing is until a person says so. */
export interface SuggestedTransform {
  readonly transform: Transform;
  readonly type: ColumnType;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** A sheet of many numbers for each period as one record for each number, with how sure that is. */
export interface SuggestedUnpivot {
  readonly plan: UnpivotPlan;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** What a person decided about the values of one column. */
export interface ColumnShaping {
  /** Null: as proposed. */
  readonly transform: Transform | null;
  /** The type its values have after the transform; null: as proposed. */
  readonly type: ColumnType | null;
  readonly also: readonly AlsoFed[] | null;
  /** It feeds nothing; decisions of before do not say. */
  readonly leftOut?: boolean;
}

/** What a person decided about the values of one table: `unpivot` null leaves it to the proposal. */
export interface TableShaping {
  readonly unpivot: boolean | null;
  readonly columns: Readonly<Record<string, ColumnShaping>>;
}

/** Decisions about values, by path of the object. */
export type Shaping = Readonly<Record<string, TableShaping>>;

export const NOT_SHAPED: TableShaping = { unpivot: null, columns: {} };
export const COLUMN_AS_PROPOSED: ColumnShaping = { transform: null, type: null, also: null };
