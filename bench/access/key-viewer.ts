import { randomUUID } from 'node:crypto';
import { sessionAdmission } from '../../gateway/door/authenticate.ts';
import { grantsOf } from '../../gateway/authorization/grants.ts';
import { openApiKeys } from '../../subgraphs/kernel/api-keys/api-keys.ts';
import { makeKey } from '../../subgraphs/kernel/api-keys/key-text.ts';
import { packagePath } from '../../subgraphs/kernel/config/package-folder.ts';
import type { Database } from '../../subgraphs/kernel/database/database.ts';
import { readActions } from '../../subgraphs/kernel/permissions/merge-actions.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';

const RESOLUTIONS = 200_000;
const WARM_UP = 20_000;

/** From the header of a request with a key that is known to what the gateway goes on with: viewer, scopes and grants, in microseconds. */
export async function keyViewerUs(): Promise<number> {
  const { text, prefix, secretHash } = makeKey();
  const [tenantId, userId] = [randomUUID(), randomUUID()];
  const row = {
    id: randomUUID(), tenantId, userId, madeBy: userId, prefix, secretHash, scopes: ['records.*', 'metrics.read'], createdAt: new Date(),
    expiresAt: null, revokedAt: null,
  }; // prettier-ignore
  const actions = readActions(packagePath('schema', 'permissions.json'));
  // Asked once: everything after that is known.
  const database = {
    sessionWork: async () => row,
    unitOfWork: async () => new Map([[userId, 'ANALYST']]),
  } as never as Database;
  const events = { watch: async () => () => undefined } as never;
  const clock = (): Date => new Date();
  const apiKeys = await openApiKeys({ database, events, actions, clock, logger: createLogger('silent') });
  const secrets = { session: new Uint8Array(32), ownerKey: null } as never;
  const admission = sessionAdmission({ secrets, apiKeys, grantsOf: grantsOf(actions), identify: false, clock });
  const caller = { headers: { authorization: `Bearer ${text}` }, address: '127.0.0.1' };
  const round = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) await admission(caller);
  };
  await round(WARM_UP);
  const started = performance.now();
  await round(RESOLUTIONS);
  return ((performance.now() - started) * 1_000) / RESOLUTIONS;
}
