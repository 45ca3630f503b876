import { type Raw, textOf } from '../../snapshot/fields.ts';
import { type JsonFormat, one } from '../format.ts';
import { at, isObject, listAt, objectsAt, parsed } from '../json/values.ts';
import { refused, silent } from '../outcome.ts';
import { readArn } from './arn.ts';
import { resource, tagsOf } from './aws-resource.ts';

const GONE = /^ResourceDeleted/;

const isItem = (value: unknown): boolean => typeof at(value, 'resourceType') === 'string';

/** AWS Config: snapshots and histories as they are delivered, discovered resources, and what queries over them print. */
export const awsConfig: JsonFormat = {
  kind: 'JSON',
  code: 'AWS_CONFIG',
  title: 'AWS Config (snapshots, histories, discovered resources)',
  lists: (beginning) => {
    for (const list of ['configurationItems', 'resourceIdentifiers', 'baseConfigurationItems'])
      if (Array.isArray(at(beginning, list)) && (listAt(beginning, list).length === 0 || isItem(listAt(beginning, list)[0]))) return [list];
    const [first] = listAt(beginning, 'Results');
    if (typeof first === 'string' && isItem(parsed(first))) return ['Results'];
    return Array.isArray(beginning) && isItem(beginning[0]) && 'resourceId' in Object(beginning[0]) ? [''] : null;
  },
  read: (element) => {
    const item = typeof element === 'string' ? parsed(element) : element;
    if (!isObject(item)) return one(null, refused('NOT_AN_OBJECT'));
    const type = textOf(item, 'resourceType');
    const outcome = GONE.test(textOf(item, 'configurationItemStatus') ?? '') ? silent('DELETED') : resource(describe(item, type));
    return one(idOf(item, type), outcome);
  },
};

/** A history has a resource as often as it changed. */
function idOf(item: Raw, type: string | null): string | null {
  const id = textOf(item, 'resourceId', 'arn', 'ARN');
  const state = textOf(item, 'configurationStateId', 'configurationStateID', 'configurationItemCaptureTime');
  return id === null ? null : [type, id, state].filter((part) => part !== null).join(' ');
}

const describe = (item: Raw, type: string | null) => ({
  type,
  arn: readArn(textOf(item, 'arn', 'ARN') ?? ''),
  id: textOf(item, 'resourceId'),
  name: textOf(item, 'resourceName'),
  region: textOf(item, 'awsRegion'),
  account: textOf(item, 'awsAccountId', 'accountId'),
  tags: tagsOf(item['tags']),
  relations: objectsAt(item, 'relationships').flatMap((each) => textOf(each, 'resourceName', 'resourceId') ?? []),
});
