import { namesOf, type Formula } from '../../metrics/formula.ts';
import { valueOf } from '../why/components.ts';

/** What is known of how metrics hang together. */
export interface Net {
  /** What a metric is computed of; null where it is counted from records. */
  formula: (name: string) => Formula | null;
  /** What else has to hold of a metric that is counted: it is `formula` of others, of which one moves it. Empty: nothing is known. */
  identities: (name: string) => readonly Identity[];
}
export interface Identity {
  formula: Formula;
  /** The metric by whose definition this holds, and that stays as it is unless it is changed itself. */
  held: string;
  /** Of the formula's names those that are known to move the metric. */
  drivers: readonly string[];
}

/** Levels of definitions that are followed. */
const MAX_DEPTH = 12;

/** Definitions that lead back to themselves. */
export class Circular extends Error {}

/** Every name that a metric is computed of, itself first. @throws Circular */
export function closureOf(net: Net, name: string, path: readonly string[] = []): string[] {
  if (path.includes(name) || path.length > MAX_DEPTH) throw new Circular(name);
  const formula = net.formula(name);
  const inner = formula === null ? [] : namesOf(formula).flatMap((each) => closureOf(net, each, [...path, name]));
  return [...new Set([name, ...inner])];
}

const fromIdentity = (net: Net, name: string, drivers: ReadonlySet<string>): Identity | null =>
  net.identities(name).find((identity) => identity.drivers.some((each) => drivers.has(each))) ?? null;

/** Whether a metric moves when the drivers do, by definitions alone. @throws Circular */
export function movesWith(net: Net, name: string, drivers: ReadonlySet<string>): boolean {
  return closureOf(net, name).some(
    (each) => drivers.has(each) || (net.formula(each) === null && fromIdentity(net, each, drivers) !== null),
  );
}

/** Every metric whose value is needed to carry the drivers' change to `name`. @throws Circular */
export function neededFor(net: Net, name: string, drivers: ReadonlySet<string>): string[] {
  const all = closureOf(net, name).flatMap((each) => {
    const identity = net.formula(each) === null ? fromIdentity(net, each, drivers) : null;
    return [each, ...(identity === null ? [] : namesOf(identity.formula))];
  });
  return [...new Set(all)];
}

/** What a metric comes to once the drivers have their new values, and what was taken to stay as it is. Null: it has no value then. */
export function carried(
  net: Net,
  name: string,
  drivers: ReadonlyMap<string, number>,
  base: ReadonlyMap<string, number | null>,
): { value: number | null; held: string[] } {
  const changed = new Set(drivers.keys());
  const held = new Set<string>();
  const done = new Map<string, number | null>();
  const now = (each: string): number | null => {
    const known = drivers.get(each) ?? done.get(each);
    if (known !== undefined) return known;
    const value = work(each);
    done.set(each, value);
    return value;
  };
  const work = (each: string): number | null => {
    const formula = net.formula(each);
    const original = base.get(each) ?? null;
    if (formula !== null) {
      if (!movesWith(net, each, changed)) return original;
      const before = valueOf(formula, (part) => base.get(part) ?? null);
      const after = valueOf(formula, now);
      // What the records say may differ from what the formula makes of its parts: its movement is carried over.
      if (after === null || before === null || original === null || Math.abs(before - original) <= Math.abs(original) * 1e-9) return after;
      return before === 0 ? after : (original * after) / before;
    }
    const identity = fromIdentity(net, each, changed);
    if (identity === null) return original;
    for (const part of namesOf(identity.formula)) if (!changed.has(part)) held.add(part);
    return valueOf(identity.formula, (part) => (part === identity.held ? (drivers.get(part) ?? base.get(part) ?? null) : now(part)));
  };
  return { value: now(name), held: [...held] };
}

/**
 * A formula `result = …name…` turned round: what `name` is of the result and the rest. Null when the name is not in it exactly once, or stands
 * where it cannot be got out.
 */
export function solvedFor(formula: Formula, result: string, name: string): Formula | null {
  if (namesOf(formula).filter((each) => each === name).length !== 1) return null;
  const unwrap = (part: Formula, equals: Formula): Formula | null => {
    if (part.kind === 'name') return part.name === name ? equals : null;
    if (part.kind !== 'combine') return null;
    const { operator, left, right } = part;
    const inLeft = namesOf(left).includes(name);
    const other = inLeft ? right : left;
    const wanted = inLeft ? left : right;
    const make = (op: '+' | '-' | '*' | '/', a: Formula, b: Formula): Formula => ({ kind: 'combine', operator: op, left: a, right: b });
    if (operator === '+') return unwrap(wanted, make('-', equals, other));
    if (operator === '*') return unwrap(wanted, make('/', equals, other));
    if (operator === '-') return unwrap(wanted, inLeft ? make('+', equals, other) : make('-', other, equals));
    return unwrap(wanted, inLeft ? make('*', equals, other) : make('/', other, equals));
  };
  return unwrap(formula, { kind: 'name', name: result });
}
