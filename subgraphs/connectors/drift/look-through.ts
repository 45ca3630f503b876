import type { ColumnClass } from '../../kernel/privacy/screening/screening.ts';
import type { FoundObject } from '../kit/connector.ts';
import { readFound, withoutAside } from '../repairs/read-found.ts';
import type { KnownConnection } from './known-objects.ts';
import { type Look, type LookFrom, lookAt } from './look.ts';
import type { LookedAt } from './record-looks.ts';

/** Looks at everything that was found and known before. @returns looks by path, null where nothing has changed */
export async function lookThrough(
  from: LookFrom,
  found: readonly FoundObject[],
  known: KnownConnection,
): Promise<Map<string, Look | null>> {
  const looks = new Map<string, Look | null>();
  for (const object of found) {
    const own = known.objects.get(object.path);
    if (own !== undefined && object.found.kind === 'TABLE') looks.set(object.path, await lookAt(from, object, own));
  }
  return looks;
}

/** What was found by its stable names; what is held as its source has it. */
export function asRead(found: readonly FoundObject[], known: KnownConnection, looked: ReadonlyMap<string, LookedAt>): FoundObject[] {
  return found.map((object) => {
    const own = looked.get(object.path);
    const before = known.objects.get(object.path);
    if (object.found.kind !== 'TABLE' || own === undefined || before === undefined || own.held) return object;
    const order = before.columns.map(({ name }) => name);
    return { ...object, found: own.look?.table ?? withoutAside(readFound(before.rules, order, object.found)) };
  });
}

/** Kinds of personal data by the names that a table's columns have here. */
export function classesAsRead(classes: readonly ColumnClass[], looked: LookedAt | undefined): ColumnClass[] {
  const rules = looked?.reading?.rules ?? [];
  if (rules.length === 0) return [...classes];
  return classes.flatMap((one) => {
    const columns = rules
      .filter(({ from }) => from.some((path) => path === one.column || path.startsWith(`${one.column}.`)))
      .map(({ column }) => column);
    return columns.length === 0 ? [one] : columns.map((column) => ({ ...one, column }));
  });
}
