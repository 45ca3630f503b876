import type { MigrationEntry } from '../subgraphs/kernel/database/migrate.ts';
import { CreateKernel } from './0001-create-kernel.ts';
import { CreateEventSubscription } from './0002-create-event-subscription.ts';
import { CreateRuns } from './0003-create-runs.ts';
import { PublishOutbox } from './0004-publish-outbox.ts';
import { TraceRuns } from './0005-trace-runs.ts';
import { CountAndRepeat } from './0006-count-and-repeat.ts';
import { ChainJournal } from './0007-chain-journal.ts';
import { AuditChanges } from './0008-audit-changes.ts';
import { CreateAccounts } from './0010-create-accounts.ts';
import { AddWorkspaces } from './0011-add-workspaces.ts';
import { CreateDataRules } from './0016-create-data-rules.ts';
import { CreateConnectors } from './0020-create-connectors.ts';
import { ExtendConnectors } from './0021-extend-connectors.ts';
import { RunSyncsDurably } from './0022-run-syncs-durably.ts';
import { AddMeteringConnections } from './0023-add-metering-connections.ts';
import { CreateOntology } from './0030-create-ontology.ts';
import { CreateInsights } from './0040-create-insights.ts';
import { CreateDashboards } from './0041-create-dashboards.ts';
import { CreateAgents } from './0050-create-agents.ts';
import { IndexRuns } from './0051-index-runs.ts';
import { CreateAssets } from './0060-create-assets.ts';

/** All migrations in order. */
export const migrations: readonly MigrationEntry[] = [
  { name: '0001-create-kernel', class: CreateKernel },
  { name: '0002-create-event-subscription', class: CreateEventSubscription },
  { name: '0003-create-runs', class: CreateRuns },
  { name: '0004-publish-outbox', class: PublishOutbox },
  { name: '0005-trace-runs', class: TraceRuns },
  { name: '0006-count-and-repeat', class: CountAndRepeat },
  { name: '0007-chain-journal', class: ChainJournal },
  { name: '0008-audit-changes', class: AuditChanges },
  { name: '0010-create-accounts', class: CreateAccounts },
  { name: '0011-add-workspaces', class: AddWorkspaces },
  { name: '0016-create-data-rules', class: CreateDataRules },
  { name: '0020-create-connectors', class: CreateConnectors },
  { name: '0021-extend-connectors', class: ExtendConnectors },
  { name: '0022-run-syncs-durably', class: RunSyncsDurably },
  { name: '0023-add-metering-connections', class: AddMeteringConnections },
  { name: '0030-create-ontology', class: CreateOntology },
  { name: '0040-create-insights', class: CreateInsights },
  { name: '0041-create-dashboards', class: CreateDashboards },
  { name: '0050-create-agents', class: CreateAgents },
  { name: '0051-index-runs', class: IndexRuns },
  { name: '0060-create-assets', class: CreateAssets },
];
