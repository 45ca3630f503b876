import type { Activity, AssetClass, Reason } from '../discovery/classify/asset.ts';
import { REASONS } from '../discovery/classify/asset.ts';
import type { AssetFilter } from '../asset/asset.input.ts';
import { AssetKind } from '../asset/asset.type.ts';
import { AssetActivity, AssetAdmission, AssetClass as Classes } from '../asset/judged.type.ts';
import type { AssetDimension } from './facet.type.ts';

/** What a number of assets have in common. What is of applications only is null for anything else. */
export interface Combination {
  kind: AssetKind;
  class: AssetClass | null;
  admission: AssetAdmission | null;
  admitted: boolean;
  activity: Activity | null;
  governed: boolean | null;
  external: boolean | null;
  withoutOwner: boolean;
  removed: boolean;
  reasons: readonly Reason[];
  count: number;
}

/** One field of the filter, and what it tells assets apart by. */
interface Dimension {
  /** Every value that an asset can have, in the order they are listed in. */
  values: readonly string[];
  of: (combination: Combination) => readonly string[];
  /** Whether the filter's field lets an asset through. */
  passes: (combination: Combination, filter: AssetFilter) => boolean;
  /** Which dimensions' fields do not narrow its counts. */
  leavesOut: readonly AssetDimension[];
}

const BOTH = ['true', 'false'] as const;

/** By dimension. Reasons are asked for all together, so that theirs stand: a count tells how many are left when one is added. */
export const DIMENSIONS: Readonly<Record<AssetDimension, Dimension>> = {
  KIND: {
    values: Object.values(AssetKind),
    of: ({ kind }) => [kind],
    passes: ({ kind }, filter) => filter.kind == null || filter.kind === kind,
    leavesOut: ['KIND'],
  },
  CLASS: {
    values: Object.values(Classes),
    of: (combination) => some(combination.class),
    passes: (combination, { classes }) => isAmong(classes, combination.class),
    leavesOut: ['CLASS'],
  },
  ADMISSION: {
    values: Object.values(AssetAdmission),
    of: ({ admission }) => some(admission),
    passes: ({ admission }, { admissions }) => isAmong(admissions, admission),
    leavesOut: ['ADMISSION', 'ADMITTED'],
  },
  ADMITTED: {
    values: BOTH,
    of: ({ admitted }) => [String(admitted)],
    passes: ({ admitted }, filter) => admitted === (filter.admitted !== false),
    leavesOut: ['ADMITTED'],
  },
  ACTIVITY: {
    values: Object.values(AssetActivity),
    of: ({ activity }) => some(activity),
    passes: ({ activity }, filter) => filter.activity == null || filter.activity === activity,
    leavesOut: ['ACTIVITY'],
  },
  GOVERNED: {
    values: BOTH,
    of: ({ governed }) => some(governed),
    passes: ({ governed }, filter) => filter.governed == null || filter.governed === governed,
    leavesOut: ['GOVERNED'],
  },
  EXTERNAL: {
    values: BOTH,
    of: ({ external }) => some(external),
    passes: ({ external }, filter) => filter.external == null || filter.external === external,
    leavesOut: ['EXTERNAL'],
  },
  WITHOUT_OWNER: {
    values: BOTH,
    of: ({ withoutOwner }) => [String(withoutOwner)],
    passes: ({ withoutOwner }, filter) => filter.withoutOwner == null || filter.withoutOwner === withoutOwner,
    leavesOut: ['WITHOUT_OWNER'],
  },
  REMOVED: {
    values: BOTH,
    of: ({ removed }) => [String(removed)],
    passes: ({ removed }, filter) => removed === (filter.removed === true),
    leavesOut: ['REMOVED'],
  },
  REASON: {
    values: REASONS,
    of: ({ reasons }) => reasons,
    passes: ({ reasons }, filter) => filter.reasons?.every((reason) => reasons.includes(reason)) ?? true,
    leavesOut: [],
  },
};

const some = (value: string | boolean | null): string[] => (value === null ? [] : [String(value)]);

const isAmong = <Value>(wanted: readonly Value[] | null | undefined, value: Value | null): boolean =>
  wanted == null || (value !== null && wanted.includes(value));
