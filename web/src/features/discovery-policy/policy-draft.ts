import type { FieldKind, PolicyField } from './policy-fields.ts';

/** A policy as the server gives and takes it: an object of objects, in which paths such as `cmdb.types` lead to values. */
export type PolicyValue = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is PolicyValue => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A policy, whatever came. */
export const asPolicy = (value: unknown): PolicyValue => (isObject(value) ? value : {});

/** What a path leads to; undefined where it leads nowhere. Pure. */
export function valueAt(policy: PolicyValue, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), policy);
}

/** The policy with another value at a path. Pure. */
export function withValue(policy: PolicyValue, path: string, value: unknown): PolicyValue {
  const [part = '', ...rest] = path.split('.');
  const inner = policy[part];
  return { ...policy, [part]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest.join('.'), value) };
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** A value as the text of its field. Pure. */
export function textOf(kind: FieldKind, value: unknown): string {
  if (kind === 'names') return strings(value).join('\n');
  if (kind === 'pairs') return Object.entries(asPolicy(value)).map(([from, to]) => `${from} = ${String(to)}`).join('\n'); // prettier-ignore
  if (kind === 'groups') return Object.entries(asPolicy(value)).map(([name, members]) => `${name}: ${strings(members).join(', ')}`).join('\n'); // prettier-ignore
  return typeof value === 'number' ? String(value) : '';
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
const names = (text: string): string[] => text.split(/[\n,]/).map((name) => name.trim()).filter((name) => name !== ''); // prettier-ignore

/** A line's two halves; what has no sign between them is left to the server to refuse. */
function halves(line: string, sign: string): readonly [string, string] {
  const at = line.indexOf(sign);
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/** The text of a field as its value; what is no number stays text, which the server refuses with its reason. Pure. */
export function valueOf(kind: FieldKind, text: string): unknown {
  if (kind === 'names') return names(text);
  if (kind === 'pairs') return Object.fromEntries(lines(text).map((line) => halves(line, '=')));
  if (kind === 'groups') return Object.fromEntries(lines(text).map((line) => halves(line, ':')).map(([name, members]) => [name, names(members)])); // prettier-ignore
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

/** Whether two policies say the same of a field. Pure. */
export function isSame({ path }: PolicyField, one: PolicyValue, other: PolicyValue): boolean {
  return JSON.stringify(valueAt(one, path)) === JSON.stringify(valueAt(other, path));
}
