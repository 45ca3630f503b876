import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { Transform } from '../transform/steps.ts';
import type { UnpivotPlan } from '../transform/unpivot-plan.ts';

/** One typed column of an entity's table and the source column that fills it. */
export interface FieldBinding {
  readonly column: string;
  readonly type: ColumnType;
  readonly source: string;
  /** What is done to a landed value; stored by earlier versions it may be the name of a transform. */
  readonly transform: Transform;
}

/** A text column told from the words of a source column; the first case that matches wins. */
export interface ValueMapBinding {
  readonly column: string;
  readonly source: string;
  readonly cases: readonly { readonly value: string; readonly words: readonly string[] }[];
  readonly otherwise: string;
}

export interface ConcatBinding {
  readonly column: string;
  readonly sources: readonly string[];
}

export interface RelationBinding {
  readonly name: string;
  /** uuid column and the text column with the value as the source wrote it. */
  readonly column: string;
  readonly sourceColumn: string;
  readonly source: string;
  readonly targetTable: string;
  readonly targetObjectId: string;
  readonly targetColumn: string;
  /** Whether values that are nearly the same may match: not for codes. */
  readonly similar: boolean;
}

/** How one object's raw records become rows of one typed table. */
export interface ObjectBinding {
  readonly connectionId: string;
  readonly objectId: string;
  readonly entity: string;
  readonly table: string;
  readonly fields: readonly FieldBinding[];
  readonly valueMaps: readonly ValueMapBinding[];
  readonly concats: readonly ConcatBinding[];
  readonly relations: readonly RelationBinding[];
  /** How each cell becomes a record; null or absent: each raw record is one. */
  readonly unpivot?: UnpivotPlan | null;
}
