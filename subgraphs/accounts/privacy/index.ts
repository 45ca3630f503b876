import { TENANT_KEY_PURPOSE } from '../../kernel/privacy/tenant-key.ts';
import type { System } from '../../kernel/system.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import type { UserService } from '../user/user.service.ts';
import { ConsentResolver } from './consent/consent.resolver.ts';
import { ConsentService } from './consent/consent.service.ts';
import { certificateRoute } from './erasure/certificate.route.ts';
import { placeOf } from './erasure/erasure-steps.ts';
import { ErasureResolver } from './erasure/erasure.resolver.ts';
import { ErasureService } from './erasure/erasure.service.ts';
import { createErasureWorkflow } from './erasure/erasure.workflow.ts';
import { createExportWorkflow } from './export/collect-step.ts';
import { ExportResolver } from './export/export.resolver.ts';
import { exportRoute } from './export/export.route.ts';
import { ExportService } from './export/export.service.ts';
import { PolicyResolver } from './policy/policy.resolver.ts';
import { PolicyService } from './policy/policy.service.ts';
import { ReportResolver } from './report/report.resolver.ts';
import { ReportService } from './report/report.service.ts';
import { retentionKinds } from './retention/kinds.ts';
import { RetentionResolver } from './retention/retention.resolver.ts';
import { RetentionService } from './retention/retention.service.ts';
import { createRetentionWorkflow } from './retention/retention.workflow.ts';
import { RetentionSchedule } from './retention/schedule.ts';

/** The privacy centre: what personal data comes in, how long things are kept, who agreed to what, and who is to be forgotten. */
export function createPrivacy(system: System, users: UserService): Feature {
  const erasures = new ErasureService(system);
  const exports = new ExportService(system);
  const schedule = new RetentionSchedule(system);
  return {
    resolvers: [
      new PolicyResolver(new PolicyService(system), users),
      new ReportResolver(new ReportService(system)),
      new RetentionResolver(new RetentionService(system)),
      new ConsentResolver(new ConsentService(system), users),
      new ErasureResolver(erasures, users),
      new ExportResolver(exports, users),
    ],
    workflows: [createErasureWorkflow(system), createExportWorkflow(system), createRetentionWorkflow(system)],
    routes: [certificateRoute(erasures), exportRoute(exports)],
    privacy: {
      places: [
        { scope: 'PLATFORM', table: 'user_account', kind: 'USERS', title: 'people of the workspace', erase: 'VALUES' },
        { scope: 'PLATFORM', table: 'consent_event', kind: 'OTHER', title: 'consents', erase: 'VALUES' },
        {
          scope: 'PLATFORM',
          table: 'audit_entry',
          kind: 'JOURNAL',
          title: 'what the audit trail says of before and after',
          erase: 'VALUES',
        },
        { scope: 'PLATFORM', table: 'outbox_entry', kind: 'EVENTS', title: 'the event log', erase: 'VALUES' },
      ],
      retention: retentionKinds(system),
    },
    // Archives live for a day: the old key opens them until then.
    sealed: [
      { table: 'personal_data_key', column: 'sealed', rowId: [], purposeOf: () => TENANT_KEY_PURPOSE },
      { table: 'erasure_request', column: 'identifiers', rowId: ['id'], purposeOf: (id = '') => placeOf('', id).purpose },
    ],
    start: () => Promise.resolve(schedule.start()),
    stop: () => schedule.stop(),
  };
}
