import type { Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import { startClosures } from './closure/closure-loop.ts';
import { ClosureService } from './closure/closure.service.ts';
import { downloadRoute } from './export/download.route.ts';
import { ExportService } from './export/export.service.ts';
import { exportWorkflow } from './export/export-workflow.ts';
import { FreezeService } from './freeze.service.ts';
import { LifecycleResolver } from './lifecycle.resolver.ts';
import { TenantStatusResolver } from './tenant-status.resolver.ts';

/** How a tenant is frozen, taken out whole, and closed. */
export function createLifecycle(system: System): Feature {
  let loop: Loop | null = null;
  const exports = new ExportService(system);
  const closures = new ClosureService(system, exports, () => loop?.wake());
  return {
    resolvers: [new LifecycleResolver({ freezing: new FreezeService(system), exports, closures }), new TenantStatusResolver()],
    routes: [downloadRoute(exports)],
    workflows: [exportWorkflow(system)],
    async start() {
      loop = startClosures(system, async () => void (await exports.forgetExpired()));
    },
    async stop() {
      await loop?.stop();
    },
  };
}
