import { textOf } from '../../snapshot/fields.ts';
import { isObject, textsIn } from '../json/values.ts';
import { inCloud, type Outcome, type Said, saying, silent } from '../outcome.ts';
import { isPlumbing } from '../plumbing.ts';
import { ownerOf, placementOf } from '../tags.ts';
import type { Arn } from './arn.ts';

/** What is told of one resource. */
interface Resource {
  /** Its type: `AWS::EC2::Instance`, `instance`. */
  type: string | null;
  arn: Arn | null;
  id: string | null;
  name: string | null;
  region: string | null;
  account?: string | null;
  tags: Readonly<Record<string, string>>;
  host?: string | null;
  relations?: readonly string[];
}

/** What a cloud's resource says: itself, unless its type is only a setting of others. */
export function resource(described: Resource): Outcome {
  return described.type !== null && isPlumbing(described.type) ? silent('CONFIGURATION') : saying(resourceSaid(described));
}

export function resourceSaid({ type, arn, id, name, region, account, tags, host, relations }: Resource): Said {
  return inCloud({
    name: tags['Name'] ?? name ?? arn?.name ?? id,
    host: host ?? null,
    details: {
      ...ownerOf(tags),
      ...placementOf(tags),
      platform: 'aws',
      account: account ?? arn?.account,
      region: region ?? arn?.region,
      category: type ?? arn?.type ?? arn?.service,
      tags,
      relations: (relations ?? []).map((to) => ({ kind: 'DEPENDS_ON' as const, to })),
    },
  });
}

/** Tags as AWS writes them: a list of keys and values, in any case, or an object. */
export function tagsOf(value: unknown): Readonly<Record<string, string>> {
  if (!Array.isArray(value)) return textsIn(value);
  const pairs = value
    .filter(isObject)
    .map((tag) => [textOf(tag, 'Key', 'key', 'TagKey'), textOf(tag, 'Value', 'value', 'TagValue')] as const);
  return Object.fromEntries(pairs.flatMap(([key, text]) => (key === null ? [] : [[key, text ?? '']])));
}
