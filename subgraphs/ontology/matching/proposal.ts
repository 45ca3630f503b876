import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { Semantic } from '../../../schema/events/semantic-model.ts';
import type { MappingReason } from './reasons.ts';
import type { AlsoFed, Shaping, SuggestedTransform, SuggestedUnpivot } from '../transform/shaped.ts';
import { Transform } from '../transform/steps.ts';
import type { UnpivotPlan } from '../transform/unpivot-plan.ts';

export { Transform };

export interface Alternative {
  readonly attribute: string;
  readonly label: string;
  readonly confidence: number;
}

/** The records another table's column tells apart, which this column's values name. */
export interface ProposedRelation {
  readonly target: string;
  readonly targetObjectId: string;
  readonly targetColumn: string;
  /** The attribute that keeps the number itself where the link only explains it (a rating of 1 to 5); proposals of before have none. */
  readonly number?: { readonly attribute: string; readonly semantic: Semantic } | null;
}

/** What one column becomes: an attribute or, when `relation` is there, a link. */
export interface ProposedField {
  readonly column: string;
  readonly attribute: string;
  readonly label: string;
  readonly canonical: boolean;
  readonly type: ColumnType;
  readonly semantic: Semantic;
  readonly transform: Transform;
  readonly synonyms: readonly string[];
  readonly description: string | null;
  readonly currency: string | null;
  readonly relation: ProposedRelation | null;
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** The evidence by kind and weight; proposals of before have none. */
  readonly reasons?: readonly MappingReason[];
  /** How many decisions about columns like this it was made with, where there were some. */
  readonly learned?: number;
  readonly alternatives: readonly Alternative[];
  /** More attributes that the same column feeds. */
  readonly also?: readonly AlsoFed[];
  /** What could be done to its values; nothing is until a person says so. */
  readonly suggested?: readonly SuggestedTransform[];
  /** A person has said that the column is to feed nothing. */
  readonly leftOut?: boolean;
}

/** What one object of a source becomes: records of a canonical entity, or of the tenant's own when `canonical` is null. */
export interface ProposedTable {
  readonly objectId: string;
  readonly objectName: string;
  readonly path: string;
  readonly entity: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description: string | null;
  readonly synonyms: readonly string[];
  readonly canonical: string | null;
  readonly confidence: number;
  readonly evidence: readonly string[];
  readonly fields: readonly ProposedField[];
  /** How each cell of a sheet becomes a record; null or absent: each row is one. */
  readonly unpivot?: UnpivotPlan | null;
  /** How that could be done; a person chooses. */
  readonly suggestedUnpivot?: SuggestedUnpivot | null;
}

/** What a person decided about a connection's tables and columns, by path of the object; kept when the schema changes. */
export interface Decisions {
  /** path → entity name. */
  readonly tables: ReadonlyMap<string, string>;
  /** path → column → attribute name. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What is done to values, by path. */
  readonly shaping?: Shaping;
}

export const NO_DECISIONS: Decisions = { tables: new Map(), fields: new Map() };
