import { aliasesOf, keyText } from '../gather/keys.ts';
import { comparable } from '../identity/name.ts';
import type { Policy } from './policy.ts';

/** Fields of a policy that cannot both be meant. */
export interface Contradiction {
  /** Where it is, as `cmdb.lifecycles`; the other field is named in the message. */
  path: string;
  message: string;
}

/** What is shown of a long list. */
const MOST_NAMED = 5;

/** Says where a policy contradicts itself: it can be read, and nobody can tell what is meant by it. Empty for one that can be judged by. */
export function contradictionsIn(policy: Policy): Contradiction[] {
  const { cmdb, banned, ownDomains, aliases } = policy;
  return [
    ...inBoth('cmdb.lifecycles', cmdb.lifecycles, 'cmdb.retired', cmdb.retired, comparable),
    ...inBoth('banned', banned, 'ownDomains', ownDomains, keyText),
    ...noneOf(cmdb.requireLifecycle, 'cmdb.requireLifecycle', 'cmdb.lifecycles', cmdb.lifecycles),
    ...noneOf(cmdb.requireType, 'cmdb.requireType', 'cmdb.types', cmdb.types),
    ...severalMeanings(aliases),
  ];
}

/** Aliases in a circle, which stand for nothing. They are no contradiction: they are left out, and the rest of the policy is meant. */
export function aliasLoopsIn({ aliases }: Policy): readonly (readonly string[])[] {
  return aliasesOf(aliases).loops;
}

function inBoth(
  path: string,
  one: readonly string[],
  otherPath: string,
  other: readonly string[],
  text: (value: string) => string,
): Contradiction[] {
  const others = new Set(other.map(text));
  const both = one.filter((value) => text(value) !== '' && others.has(text(value)));
  return both.length === 0 ? [] : [{ path, message: `${named(both)} cannot be in ${path} and in ${otherPath}` }];
}

function noneOf(required: boolean, path: string, listPath: string, list: readonly string[]): Contradiction[] {
  return required && list.every((value) => comparable(value) === '')
    ? [{ path, message: `${path} asks for one of ${listPath}, which names none` }]
    : [];
}

function severalMeanings(aliases: Policy['aliases']): Contradiction[] {
  const meanings = new Map<string, Set<string>>();
  for (const [from, to] of Object.entries(aliases)) {
    const key = keyText(from);
    meanings.set(key, (meanings.get(key) ?? new Set()).add(keyText(to)));
  }
  const several = [...meanings].filter(([, targets]) => targets.size > 1).map(([from]) => from);
  return several.length === 0 ? [] : [{ path: 'aliases', message: `aliases says several things of ${named(several)}` }];
}

const named = (values: readonly string[]): string =>
  values.length <= MOST_NAMED ? values.join(', ') : `${values.slice(0, MOST_NAMED).join(', ')} and ${values.length - MOST_NAMED} more`;
