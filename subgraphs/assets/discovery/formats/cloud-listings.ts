import { type Raw, textOf } from '../snapshot/fields.ts';
import { type JsonFormat, one } from './format.ts';
import { at, isObject, listAt, objectAt, textsIn } from './json/values.ts';
import { inCloud, type Outcome, refused, saying, silent } from './outcome.ts';
import { isPlumbing } from './plumbing.ts';
import { ownerOf, placementOf } from './tags.ts';

const isAzure = (value: unknown): boolean => /^\/subscriptions\//i.test(String(at(value, 'id'))) && typeof at(value, 'type') === 'string';
const isGoogle = (value: unknown): boolean =>
  typeof (at(value, 'assetType') ?? at(value, 'asset_type')) === 'string' && String(at(value, 'name')).startsWith('//');

/** Resources of Azure and Google Cloud as their command lines list them. */
export const cloudListings: JsonFormat = {
  kind: 'JSON',
  code: 'CLOUD_LISTING',
  title: 'listings of Azure and Google Cloud (az resource list, gcloud asset)',
  lists: (beginning) => {
    const [list, first] = Array.isArray(beginning) ? ['', beginning[0] as unknown] : ['value', listAt(beginning, 'value')[0]];
    return isAzure(first) || isGoogle(first) ? [list] : null;
  },
  read: (element) => {
    if (!isObject(element)) return one(null, refused('NOT_AN_OBJECT'));
    return one(textOf(element, 'assetType', 'asset_type') === null ? textOf(element, 'id') : textOf(element, 'name'), outcomeOf(element));
  },
};

function outcomeOf(raw: Raw): Outcome {
  const type = textOf(raw, 'assetType', 'asset_type', 'type') ?? '';
  if (isPlumbing(type)) return silent('CONFIGURATION');
  const inner = objectAt(raw, 'resource');
  const tags = { ...textsIn(raw['tags']), ...textsIn(raw['labels']), ...textsIn(at(inner, 'data', 'labels')) };
  const region =
    textOf(raw, 'location') ??
    textOf(inner, 'location') ??
    textOf(objectAt(inner, 'data'), 'region', 'location', 'zone')?.split('/').at(-1) ??
    null;
  const name = textOf(raw, 'displayName') ?? textOf(raw, 'name')?.split('/').at(-1) ?? null;
  const [, subscription] = /^\/subscriptions\/([^/]+)/i.exec(textOf(raw, 'id') ?? '') ?? [];
  const project = textOf(raw, 'project')?.split('/').at(-1) ?? /\/projects\/([^/]+)/.exec(textOf(raw, 'name') ?? '')?.[1];
  const placed = isAzure(raw) ? { platform: 'azure', account: subscription } : { platform: 'google', account: project };
  return saying(inCloud({ name, details: { ...ownerOf(tags), ...placementOf(tags), ...placed, region, category: type, tags } }));
}
