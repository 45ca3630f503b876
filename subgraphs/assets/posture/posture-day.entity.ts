import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { Posture } from '../discovery/posture/posture.ts';

/** How the tenant or a department stood on a day, by the last scan as of it. */
export const PostureDayRow = defineEntity({
  name: 'PostureDayRow',
  tableName: 'posture_day',
  properties: {
    tenantId: p.uuid().primary(),
    /** `2026-06-30`, in UTC. */
    day: p.date().primary(),
    /** Empty for the whole tenant. */
    department: p.text().primary(),
    scanId: p.uuid(),
    score: p.double(),
    posture: p.json().$type<Posture>(),
  },
});
export type PostureDayRow = InferEntity<typeof PostureDayRow>;
exemptFromAudit(PostureDayRow, 'made by scans, which are in the trail');
