import { Migration } from '@mikro-orm/migrations';
import { SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

const COLUMNS = [
  'run_id uuid',
  'path text',
  'agent_id uuid',
  'started_by uuid',
  'tool text',
  'payload jsonb',
  'edited jsonb',
  'cost_tokens double precision',
  'cost_micros double precision',
  'touches int',
  'raci jsonb',
  'sla_ms double precision',
  'due_at timestamptz',
  'level smallint not null default 0 check (level between 0 and 2)',
  'escalated_at timestamptz',
  `on_expiry text not null default 'REJECT' check (on_expiry in ('REJECT', 'APPROVE', 'ESCALATE'))`,
  `history jsonb not null default '[]'`,
];
/** What the system may know: when something is to be seen to, never what it is about. */
const SEEN = 'id, tenant_id, status, run_id, expires_at, due_at';
const statusIn = (statuses: string): string => `alter table approval add constraint approval_status_check check (status in (${statuses}))`;

/** What agents ask people: of which step of which run, what will be done, who answers for it, and by when. */
export class EnrichApprovals extends Migration {
  override up(): void {
    const statements = [
      ...COLUMNS.map((column) => `alter table approval add column ${column}`),
      'alter table approval drop constraint approval_status_check',
      statusIn(`'PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'RESPONDED'`),
      'create index approval_by_run on approval (tenant_id, run_id, path)',
      'create index approval_by_agent on approval (tenant_id, agent_id, requested_at, id)',
      // Whose time is up, of everybody.
      `create index approval_expiring on approval (expires_at) where status = 'PENDING'`,
      `create index approval_due on approval (due_at) where status = 'PENDING' and due_at is not null`,
      `create policy approval_system_select on approval for select to ${SYSTEM_ROLE} using (true)`,
      `grant select (${SEEN}) on approval to ${SYSTEM_ROLE}`,
      // Two topics tell what a run does.
      'drop index outbox_entry_by_run',
      `create index outbox_entry_by_run on outbox_entry (tenant_id, (payload ->> 'runId'), sequence)
        where topic in ('runs.changed', 'agents.run-activity')`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    const statements = [
      'drop index outbox_entry_by_run',
      `create index outbox_entry_by_run on outbox_entry (tenant_id, (payload ->> 'runId'), sequence) where topic = 'runs.changed'`,
      'drop policy approval_system_select on approval',
      `revoke select (${SEEN}) on approval from ${SYSTEM_ROLE}`,
      ...['approval_by_run', 'approval_by_agent', 'approval_expiring', 'approval_due'].map((index) => `drop index ${index}`),
      `update approval set status = 'REJECTED' where status = 'RESPONDED'`,
      'alter table approval drop constraint approval_status_check',
      statusIn(`'PENDING', 'APPROVED', 'REJECTED', 'EXPIRED'`),
      ...COLUMNS.map((column) => `alter table approval drop column ${column.split(' ', 1)[0]}`),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
