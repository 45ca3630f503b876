import { extname } from 'node:path';
import type { System } from '../../kernel/system.ts';
import type { FoundObject } from '../kit/connector.ts';
import type { Ingress } from './ingress.ts';
import type { DiscoveryToScreen, ScreenedTable } from './screen-discovery.ts';
import type { ClassesByPath } from './table-screening.ts';

const SCREEN = new URL(`./screen-discovery.worker${extname(import.meta.url)}`, import.meta.url);

/** What discovery found, its samples without what may not come in, and what kinds of personal data the columns hold. */
export async function screenFound(
  { workers }: Pick<System, 'workers'>,
  found: readonly FoundObject[],
  { strict, erased, secret }: Ingress,
  signal: AbortSignal,
): Promise<{ found: FoundObject[]; classes: ClassesByPath }> {
  const tables = found.flatMap((object) => {
    if (object.found.kind !== 'TABLE') return [];
    return [{ path: object.path, columns: object.found.columns.map(({ name, profile }) => ({ name, profile })) }];
  });
  const screening = secret === null ? null : { actions: strict, erased, secret };
  const screened = await workers.run<DiscoveryToScreen, ScreenedTable[]>(SCREEN, { tables, screening }, { signal });
  const byPath = new Map(screened.map((table) => [table.path, table]));
  return {
    classes: new Map(screened.map(({ path, classes }) => [path, classes])),
    found: found.map((object) => {
      const profiles = byPath.get(object.path)?.profiles ?? {};
      if (object.found.kind !== 'TABLE' || Object.keys(profiles).length === 0) return object;
      const columns = object.found.columns.map((column) => ({ ...column, profile: profiles[column.name] ?? column.profile }));
      return { ...object, found: { ...object.found, columns } };
    }),
  };
}
