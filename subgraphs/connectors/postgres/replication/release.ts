import type { System } from '../../../kernel/system.ts';
import type { SourceRef } from '../../kit/connector.ts';
import { databaseSettingsSchema } from '../settings.ts';
import { type SourceSession, openSession } from '../session.ts';
import { targetOf } from '../target.ts';
import { dropReplication, slotNameOf } from './slot.ts';

type Deps = Pick<System, 'topology' | 'config'>;

/** Works on what a connection has of replication at the source. @throws what pg throws */
export async function withReplication<T>(
  system: Deps,
  source: SourceRef,
  connectionId: string,
  work: (session: SourceSession, slot: string) => Promise<T>,
): Promise<T> {
  await using session = await openSession(await targetOf(system, source));
  return await work(session, slotNameOf(connectionId));
}

/** Takes the slot and the publication of a connection away again, when it had any: it is being removed. @throws what pg throws */
export async function releaseReplication(system: Deps, source: SourceRef): Promise<void> {
  const { mode } = databaseSettingsSchema.parse(source.settings);
  const connectionId = source.owner?.connectionId;
  if (mode !== 'replication' || connectionId === undefined || connectionId === null) return;
  await withReplication(system, source, connectionId, dropReplication);
}
