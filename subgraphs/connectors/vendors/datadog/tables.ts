import { field } from '../records/field.ts';
import type { VendorTable } from '../vendor.ts';

const table = (path: string, name: string, fields: VendorTable['fields'], more: Partial<VendorTable> = {}): VendorTable => ({ path, name, fields, customAt: [], key: ['id'], incremental: null, count: null, ...more }); // prettier-ignore

/** Datadog's tables as its API reference describes them. Moments of SLOs are seconds since 1970. */
export const DATADOG_TABLES: readonly VendorTable[] = [
  table('slos', 'slo', [
    field('id', 'TEXT'),
    field('name', 'TEXT'),
    field('description', 'TEXT'),
    field('type', 'TEXT'),
    field('timeframe', 'TEXT'),
    field('target', 'PERCENT', { at: 'target_threshold', encoding: 'POINTS', description: 'The availability that is promised.' }),
    field('tags', 'TEXT'),
    field('created', 'DATETIME', { at: 'created_at', encoding: 'EPOCH' }),
    field('modified', 'DATETIME', { at: 'modified_at', encoding: 'EPOCH' }),
  ]),
  table('slo_history', 'uptime', [
    field('slo_id', 'TEXT', { references: 'slos' }),
    field('service', 'TEXT', { description: 'What the objective is about.' }),
    field('month', 'DATE', { description: 'First day of the month.' }),
    field('availability', 'PERCENT', { encoding: 'POINTS', description: 'Share of the month in which the objective was met.' }),
    field('target', 'PERCENT', { encoding: 'POINTS' }),
    field('error_budget_remaining', 'PERCENT', { encoding: 'POINTS', description: 'What is left of the errors that the target allows; negative when it was missed.' }),
    field('met', 'BOOLEAN', { description: 'Whether the target was met.' }),
  ], { key: ['slo_id', 'month'] }),
  table('incidents', 'incident', [
    field('id', 'TEXT'),
    field('number', 'INTEGER', { at: 'attributes.public_id' }),
    field('title', 'TEXT', { at: 'attributes.title' }),
    field('severity', 'TEXT'),
    field('state', 'TEXT'),
    field('service', 'TEXT', { description: 'The first service it is about.' }),
    field('created', 'DATETIME', { at: 'attributes.created' }),
    field('detected', 'DATETIME', { at: 'attributes.detected' }),
    field('resolved', 'DATETIME', { at: 'attributes.resolved' }),
    field('modified', 'DATETIME', { at: 'attributes.modified' }),
    field('customer_impacted', 'BOOLEAN', { at: 'attributes.customer_impacted' }),
    field('customer_impact_minutes', 'DECIMAL', { description: 'Minutes in which customers noticed it.' }),
    field('time_to_resolve_minutes', 'DECIMAL'),
  ]),
  table('monitors', 'monitor', [
    field('id', 'INTEGER'),
    field('name', 'TEXT'),
    field('type', 'TEXT'),
    field('query', 'TEXT'),
    field('state', 'TEXT', { at: 'overall_state' }),
    field('priority', 'INTEGER'),
    field('tags', 'TEXT'),
    field('created', 'DATETIME'),
    field('modified', 'DATETIME'),
  ]),
  table('hourly_usage', 'platform usage', [
    field('product', 'TEXT', { description: 'Product family.' }),
    field('usage_type', 'TEXT', { description: 'What was used.' }),
    field('organization', 'TEXT'),
    field('region', 'TEXT'),
    field('hour', 'DATETIME'),
    field('value', 'DECIMAL', { description: 'How much of it.' }),
  ], { key: ['hour', 'product', 'usage_type', 'organization', 'region'], incremental: 'hour' }),
]; // prettier-ignore
