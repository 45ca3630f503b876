import { type Consumer, defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { removeTenantFiles } from '../../kernel/tenancy/tenant-files.ts';

/** Removes what was uploaded to this machine when the tenant closes; the closure waits for it. */
export function forgetUploadsConsumer({ config }: Pick<System, 'config'>): Consumer {
  return defineConsumer('connectors.forget-uploads', {
    async 'accounts.tenant-frozen'({ tenantId, payload }) {
      if (payload.closing === true) await removeTenantFiles(config.dataFolder, tenantId);
    },
  });
}
