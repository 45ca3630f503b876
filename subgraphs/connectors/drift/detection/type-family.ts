export type TypeFamily = 'NUMBER' | 'TEXT' | 'BOOLEAN' | 'TIME' | 'OBJECT' | 'LIST' | 'REFERENCE' | 'UNKNOWN';

const FAMILIES: readonly (readonly [RegExp, TypeFamily])[] = [
  [/^(?:array|list)\b|\[\]$|^repeated/u, 'LIST'],
  [/ref:.*\bstring\b|^reference$|^lookup$|^objectid$/u, 'REFERENCE'],
  [/^(?:object|json|jsonb|map|struct|record)\b|^anyof\[ref:|^ref:/u, 'OBJECT'],
  [/^(?:bool|boolean|checkbox)\b/u, 'BOOLEAN'],
  [/^(?:date|datetime|date-time|time|timestamp|timestamptz)\b/u, 'TIME'],
  [/^(?:int|integer|bigint|smallint|number|numeric|decimal|float|double|real|long|currency|money|percent|percentage|unix)/u, 'NUMBER'],
  [/^(?:string|text|varchar|char|uuid|id|enum|picklist|email|e_mail|phone|url|uri)\b|^string:/u, 'TEXT'],
];

/** The family of a type, in the words of a source or our own. */
export function familyOf(type: string): TypeFamily {
  const name = type.trim().toLowerCase();
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? 'UNKNOWN';
}

/** Types as they are compared: the members of `anyOf[b,a]` in order. */
export function normalType(type: string): string {
  const name = type.trim();
  return name.replaceAll(/\[([^[\]]*)\]/gu, (_, members: string) => `[${members.split(',').toSorted().join(',')}]`);
}

const CLOSE: Readonly<Record<string, number>> = {
  'NUMBER TEXT': 0.6,
  'TEXT TIME': 0.7,
  'NUMBER TIME': 0.6,
  'REFERENCE TEXT': 0.9,
  'OBJECT REFERENCE': 0.7,
  'BOOLEAN TEXT': 0.5,
  'LIST OBJECT': 0.5,
  'OBJECT TEXT': 0.35,
  'LIST REFERENCE': 0.4,
  'LIST TEXT': 0.4,
  'BOOLEAN NUMBER': 0.4,
};

/** How well what is of one type may go on as the other, 0…1. */
export function typeSimilarity(a: string, b: string): number {
  if (normalType(a) === normalType(b)) return 1;
  const [left, right] = [familyOf(a), familyOf(b)];
  if (left === right) return left === 'UNKNOWN' ? 0.5 : 0.9;
  if (left === 'UNKNOWN' || right === 'UNKNOWN') return 0.5;
  return CLOSE[[left, right].toSorted().join(' ')] ?? 0.15;
}
