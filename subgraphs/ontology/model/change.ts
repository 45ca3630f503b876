import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { Semantic } from '../../../schema/events/semantic-model.ts';

/** What may be said of any part; null leaves it as it is. */
interface Wording {
  readonly label: string | null;
  readonly description: string | null;
  readonly synonyms: readonly string[] | null;
}

interface AttributeWish extends Wording {
  readonly type: ColumnType | null;
  readonly semantic: Semantic | null;
  readonly unit: string | null;
  readonly expression: string | null;
}

/** One edit of the business model; names are those the draft has at that moment. */
export type OntologyChange =
  | ({ readonly kind: 'ADD_ENTITY_TYPE'; readonly name: string; readonly pluralLabel: string | null } & Wording)
  | ({
      readonly kind: 'CHANGE_ENTITY_TYPE';
      readonly entityType: string;
      readonly name: string | null;
      readonly pluralLabel: string | null;
    } & Wording)
  | { readonly kind: 'REMOVE_ENTITY_TYPE'; readonly entityType: string }
  | { readonly kind: 'MERGE_ENTITY_TYPES'; readonly entityType: string; readonly into: string }
  | ({ readonly kind: 'ADD_ATTRIBUTE'; readonly entityType: string; readonly name: string } & AttributeWish)
  | ({
      readonly kind: 'CHANGE_ATTRIBUTE';
      readonly entityType: string;
      readonly attribute: string;
      readonly name: string | null;
    } & AttributeWish)
  | { readonly kind: 'REMOVE_ATTRIBUTE'; readonly entityType: string; readonly attribute: string }
  | ({
      readonly kind: 'ADD_RELATION';
      readonly entityType: string;
      readonly name: string;
      readonly target: string;
      readonly attribute: string | null;
      readonly targetAttribute: string | null;
    } & Wording)
  | ({ readonly kind: 'CHANGE_RELATION'; readonly entityType: string; readonly relation: string; readonly name: string | null } & Wording)
  | { readonly kind: 'REMOVE_RELATION'; readonly entityType: string; readonly relation: string }
  | { readonly kind: 'REVERT'; readonly entityType: string; readonly attribute: string | null; readonly relation: string | null };

/** The change of one kind. */
export type ChangeOf<Kind extends OntologyChange['kind']> = Extract<OntologyChange, { kind: Kind }>;
