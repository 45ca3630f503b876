import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ScanRow } from '../scan/scan.entity.ts';
import { PostureDayRow } from './posture-day.entity.ts';

/** Keeps how things stand on the day that a scan is of; a later scan of the same day takes its place. */
export async function keepPosture({ em, tenantId }: UnitOfWork, { id, posture }: ScanRow): Promise<void> {
  const [whole] = posture ?? [];
  if (whole === undefined) return;
  await em.nativeDelete(PostureDayRow, { tenantId, day: whole.day });
  for (const each of posture ?? [])
    em.create(PostureDayRow, { tenantId, day: each.day, department: each.department ?? '', scanId: id, score: each.score, posture: each });
}
