import type { LogContext } from '../telemetry/logger.ts';
import type { Viewer } from './viewer.ts';

/** Who acts, as log lines and audit entries name them. */
export function actorOf(viewer: Viewer): Pick<LogContext, 'tenantId' | 'userId' | 'credential'> {
  if (viewer.kind === 'anonymous') return {};
  const { tenantId, userId, credential } = viewer;
  return credential === undefined ? { tenantId, userId } : { tenantId, userId, credential };
}
