import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import type { KeyedRecord } from '../objects/landing.ts';
import { RepairRow } from './repair.entity.ts';
import { keepForUndo } from './undo.ts';

export { readPage, sourceTable } from './read-page.ts';

/** Keeps what a repair that was just applied is about to change, for its roll back. */
export async function keepBefore(unit: UnitOfWork, { objectId, reading }: CataloguedTable, records: readonly KeyedRecord[]): Promise<void> {
  const undo = reading?.undo ?? null;
  if (undo !== null) await keepForUndo(unit, undo, objectId, records);
}

/** The table has landed whole under its reading: what changes from now on is the source's doing. */
export async function settleReading({ em }: UnitOfWork, { reading }: CataloguedTable): Promise<void> {
  const undo = reading?.undo ?? null;
  const repair = undo === null ? null : await em.findOne(RepairRow, { id: undo, settled: false });
  if (repair !== null) repair.settled = true;
}
