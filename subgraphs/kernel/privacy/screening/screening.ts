import type { PersonalDataType } from '../../personal-data/finding.ts';
import type { PersonalField } from '../place.ts';
import type { PolicyAction } from '../privacy.entity.ts';
import type { ErasedIdentifier } from '../suppression.ts';

/** What a column was seen to hold, told from its header and samples. */
export interface ColumnClass {
  column: string;
  type: PersonalDataType;
  /** Whole values are of the type; else it stands within them. */
  whole: boolean;
  /** Share of the samples, 0…1. */
  share: number;
  confidence: number;
}

/** What is done with the values of a table while they land, as plain data that worker threads are handed. */
export interface Screening {
  /** Names of the table: a key on the list of the forgotten may be of it. */
  names: string[];
  /** Columns that make the record's key, in order; null when its content does. */
  key: string[] | null;
  /** Columns that are looked at, each with what was seen in it. */
  columns: { name: string; types: PersonalDataType[] }[];
  /** What happens to each type; a type that is left out comes in. */
  actions: [PersonalDataType, PolicyAction][];
  /** The tenant's key. */
  secret: Uint8Array;
  erased: ErasedIdentifier[];
  /** Fields that say who a record is about, replaced when it is about somebody who was forgotten. */
  personal: PersonalField[];
}

/** How often something was found in a column, and what was done. */
export interface ScreenTally {
  column: string;
  type: PersonalDataType;
  action: PolicyAction;
  count: number;
  confidence: number;
}
