import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type Between, changesAfter, countChanges } from './scan-diff.ts';
import { type ScanChange, ScanChangeKind, type ScanDiff } from './scan-diff.type.ts';
import { ScanRow } from './scan.entity.ts';
import { scanErrors } from './scan.errors.ts';
import { finished } from './scan.service.ts';

const cursorSchema = z.tuple([z.string()]);

/** Compares scans. */
export class ScanDiffService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Two scans that succeeded, whichever is named first. @param otherId null: the one that succeeded before. @throws SCAN_NOT_FOUND, SCAN_NOT_FINISHED */
  diff({ tenantId }: UserViewer, id: string, otherId: string | null): Promise<ScanDiff> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const one = await finished(unit, id);
      const earlier = { tenantId, status: 'SUCCEEDED' as const, number: { $lt: one.number } };
      const [before] = otherId === null ? await unit.em.find(ScanRow, earlier, { orderBy: { number: 'desc' }, limit: 1 }) : [];
      const other = otherId === null ? before : await finished(unit, otherId);
      if (other === undefined) throw scanErrors.SCAN_NOT_FOUND({});
      const [older, newer] = one.number < other.number ? [one, other] : [other, one];
      const { NEW, GONE, CHANGED } = await countChanges(unit, { older: older.number, newer: newer.number });
      return { older, newer, added: NEW, gone: GONE, changed: CHANGED };
    });
  }

  /** What changed, in the order of the keys. @throws BAD_CURSOR */
  changes(
    { tenantId }: UserViewer,
    diff: ScanDiff,
    kinds: readonly ScanChangeKind[] | null,
    page: Page,
  ): Promise<ConnectionOf<ScanChange>> {
    const cursor = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (cursor?.success === false) throw commonErrors.BAD_CURSOR({});
    const wanted = kinds ?? Object.values(ScanChangeKind);
    const total = { NEW: diff.added, GONE: diff.gone, CHANGED: diff.changed };
    const between: Between = { older: diff.older.number, newer: diff.newer.number };
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const rows = await changesAfter(unit, between, { kinds: wanted, after: cursor?.data[0] ?? '', limit: page.limit + 1 });
      return connectionFrom(
        page,
        rows,
        [...new Set(wanted)].reduce((sum, kind) => sum + total[kind], 0),
        ({ key }) => [key],
      );
    });
  }
}
