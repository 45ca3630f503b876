import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Answers people stand for, what they said of answers, and metrics that are watched with what was told of them. No value of any record. */
export class CreateVerifiedAnswersAndWatches extends Migration {
  override up(): void {
    const statements = [
      `create table verified_answer (
        id uuid primary key,
        tenant_id uuid not null,
        question text not null,
        question_key text not null,
        persona text check (persona in ('CFO', 'CRO', 'COO', 'CTO')),
        plan jsonb not null,
        basis text not null,
        note text,
        verified_by uuid not null,
        verified_at timestamptz not null,
        unique (tenant_id, question_key)
      )`,
      'create index verified_answer_by_time on verified_answer (tenant_id, verified_at, id)',
      ...tenantOwned('verified_answer'),
      `create table answer_feedback (
        id uuid primary key,
        tenant_id uuid not null,
        question text not null,
        rating text not null check (rating in ('GOOD', 'BAD')),
        correction text,
        links jsonb not null,
        given_by uuid not null,
        given_at timestamptz not null
      )`,
      'create index answer_feedback_by_time on answer_feedback (tenant_id, given_at, id)',
      ...tenantOwned('answer_feedback'),
      `create table metric_watch (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        metric text not null,
        kind text not null check (kind in ('THRESHOLD', 'CHANGE', 'ANOMALY')),
        direction text not null check (direction in ('ABOVE', 'BELOW', 'EITHER')),
        threshold double precision,
        grain text not null check (grain in ('day', 'week', 'month', 'quarter', 'year')),
        paused boolean not null,
        created_by uuid not null,
        created_role text not null,
        created_at timestamptz not null
      )`,
      'create index metric_watch_by_time on metric_watch (tenant_id, created_at, id)',
      ...tenantOwned('metric_watch'),
      // One alert a watch and period, whatever is found about it again.
      `create table metric_alert (
        id uuid primary key,
        tenant_id uuid not null,
        watch_id uuid not null references metric_watch (id) on delete cascade,
        metric text not null,
        point date not null,
        direction text not null check (direction in ('ABOVE', 'BELOW')),
        alerted_at timestamptz not null,
        unique (tenant_id, watch_id, point)
      )`,
      'create index metric_alert_by_time on metric_alert (tenant_id, alerted_at, id)',
      'create index metric_alert_by_watch on metric_alert (tenant_id, watch_id, alerted_at)',
      ...tenantOwned('metric_alert'),
      // How far a tenant's watches have followed its data.
      `create table metric_watch_turn (
        tenant_id uuid primary key,
        wanted bigint not null,
        done bigint not null default 0,
        wanted_at timestamptz not null,
        since timestamptz not null
      )`,
      ...tenantOwned('metric_watch_turn'),
      ...systemMay('metric_watch_turn', 'select'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['metric_watch_turn', 'metric_alert', 'metric_watch', 'answer_feedback', 'verified_answer'])
      this.addSql(`drop table ${table}`);
  }
}
