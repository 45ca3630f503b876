import { sql } from 'kysely';
import { type DomainEvent, defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import type { UserService } from '../user/user.service.ts';
import { ColumnMaskResolver, RowRuleResolver } from './data-rule.resolver.ts';
import { DataRuleService } from './data-rule.service.ts';
import { MemberDataResolver } from './member-data.resolver.ts';

/** Who sees which records and values: rules as data, what members are to them, and what they come to. */
export function createDataRules(system: System, users: UserService): Feature {
  const rules = new DataRuleService(system);
  return {
    resolvers: [new RowRuleResolver(rules, users), new ColumnMaskResolver(users), new MemberDataResolver({ system, rules, users })],
    consumers: [
      defineConsumer('accounts.follow-published-model', {
        'ontology.published': (event) => keepModel(system, event),
        'ontology.edited': (event) => keepModel(system, event),
      }),
    ],
  };
}

function keepModel(
  { database }: System,
  { tenantId, payload: { model } }: DomainEvent<'ontology.published' | 'ontology.edited'>,
): Promise<void> {
  return database.unitOfWork(tenantId, async (unit) => {
    await sql`insert into data_rule_model (tenant_id, version, model)
      values (${tenantId}::uuid, ${model.version}, ${JSON.stringify(model)}::jsonb)
      on conflict (tenant_id) do update set version = excluded.version, model = excluded.model
      where data_rule_model.version <= excluded.version`.execute(unit.sql);
  });
}
