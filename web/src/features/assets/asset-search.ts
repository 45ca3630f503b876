import type { AssetActivity, AssetClass, AssetFilter, AssetKind, AssetOrder } from '../../gql/graphql.ts';
import { ACTIVITIES, CLASSES, KINDS } from '../discover/words.ts';

/** What the catalogue is set to, as its address says it; empty: nothing. */
export const ASSET_PARAMS = ['search', 'kind', 'class', 'activity', 'owner', 'state', 'order'] as const;
export type AssetParam = (typeof ASSET_PARAMS)[number];
export type AssetSearch = Record<AssetParam, string>;

/** The one of `names` that a text is; null for any other text. */
export function oneOf<Name extends string>(names: Readonly<Record<Name, unknown>>, text: string): Name | null {
  return Object.hasOwn(names, text) ? (text as Name) : null;
}

/** The values of an address's comma-separated list that are known. */
export function someOf<Name extends string>(names: Readonly<Record<Name, unknown>>, text: string): Name[] {
  return text.split(',').flatMap((each) => oneOf(names, each) ?? []);
}

/** What an address narrows the catalogue to; words it does not know narrow nothing. Pure. */
export function filterOf({ search, kind, class: classes, activity, owner, state }: AssetSearch): AssetFilter {
  const chosen: readonly AssetClass[] = someOf(CLASSES, classes);
  return {
    search: search === '' ? null : search,
    kind: oneOf<AssetKind>(KINDS, kind),
    classes: chosen.length === 0 ? null : [...chosen],
    activity: oneOf<AssetActivity>(ACTIVITIES, activity),
    withoutOwner: owner === 'none' ? true : owner === 'some' ? false : null,
    admitted: state === 'rejected' ? false : null,
    removed: state === 'removed' ? true : null,
  };
}

export const ORDERS: Record<AssetOrder, string> = {
  NAME: 'Name',
  RISK: 'Riskiest first',
  COST: 'Dearest first',
  CRITICALITY: 'Most critical first',
};

export const orderOf = ({ order }: AssetSearch): AssetOrder => oneOf(ORDERS, order) ?? 'NAME';
