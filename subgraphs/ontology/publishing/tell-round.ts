import type { System } from '../../kernel/system.ts';
import { tellChanges } from '../changes/tell-changes.ts';
import type { Round } from './round.ts';

/** What a round came of. */
export interface RoundOrigin {
  readonly connectionId: string;
  readonly proposalId: string | null;
  readonly syncId: string | null;
  /** When the records were in their tables, before they were linked. */
  readonly mappedAt?: Date;
}

/** Tells what a round has changed, record by record to those who follow them, and in numbers to everybody. */
export async function tellRound(
  system: Pick<System, 'database'>,
  tenantId: string,
  { changes }: Round,
  origin: RoundOrigin,
): Promise<void> {
  const { mappedAt, ...ids } = origin;
  const event = mappedAt === undefined ? ids : { ...ids, mappedAt: mappedAt.toISOString() };
  const entities = [...changes]
    .filter(([, { changed, removed }]) => changed > 0 || removed > 0)
    .map(([name, numbers]) => ({ name, ...numbers }));
  await system.database.unitOfWork(tenantId, async (unit) => {
    await tellChanges(unit);
    unit.emit('ontology.canonical-changed', { ...event, entities });
  });
}
