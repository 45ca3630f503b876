import type { AssetActivity, AssetAdmission, AssetClass, AssetFilter, AssetKind, AssetOrder, AssetReasonCode } from '../../gql/graphql.ts';
import { ACTIVITIES, ADMISSIONS, CLASSES, KINDS, REASONS } from '../discover/words.ts';

/** What the catalogue is set to, as its address says it; empty: nothing. */
export const ASSET_PARAMS = ['search', 'kind', 'class', 'activity', 'owner', 'admission', 'reason', 'state', 'order'] as const;
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

/** Admissions by which an application is part of the graph; by the others it is rejected. */
const ADMITTING: ReadonlySet<AssetAdmission> = new Set(['SEEN', 'CLOUD', 'GOVERNED']);

/** What an address narrows the catalogue to; words it does not know narrow nothing. Pure. */
export function filterOf({ search, kind, class: classes, activity, owner, admission, reason, state }: AssetSearch): AssetFilter {
  const chosen: readonly AssetClass[] = someOf(CLASSES, classes);
  const admitted: AssetAdmission | null = oneOf(ADMISSIONS, admission);
  const reasons: readonly AssetReasonCode[] = someOf(REASONS, reason);
  return {
    search: search === '' ? null : search,
    kind: oneOf<AssetKind>(KINDS, kind),
    classes: chosen.length === 0 ? null : [...chosen],
    activity: oneOf<AssetActivity>(ACTIVITIES, activity),
    withoutOwner: owner === 'none' ? true : owner === 'some' ? false : null,
    admissions: admitted === null ? null : [admitted],
    reasons: reasons.length === 0 ? null : [...reasons],
    admitted: state === 'rejected' || (admitted !== null && !ADMITTING.has(admitted)) ? false : null,
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
