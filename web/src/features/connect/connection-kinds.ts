import { Cloud, Database, FileSpreadsheet, Radar, Radio, Warehouse, Webhook } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ConnectionKind } from '../../gql/graphql.ts';

/** Names that are not their code in small letters. */
const NAMES: Readonly<Record<string, string>> = {
  POSTGRES: 'PostgreSQL',
  NETSUITE: 'NetSuite',
  HUBSPOT: 'HubSpot',
  MONGODB: 'MongoDB',
  OPENAPI: 'REST API',
  BIGQUERY: 'BigQuery',
  EVENTBRIDGE: 'EventBridge',
  NATS: 'NATS',
  DISCOVERED: 'Discovered applications',
};
const ICONS: Readonly<Record<string, LucideIcon>> = {
  FILES: FileSpreadsheet,
  DISCOVERED: Radar,
  POSTGRES: Database,
  SUPABASE: Database,
  MONGODB: Database,
  SNOWFLAKE: Warehouse,
  BIGQUERY: Warehouse,
  KAFKA: Radio,
  NATS: Radio,
  EVENTBRIDGE: Radio,
  WEBHOOK: Webhook,
  WEBHOOKS: Webhook,
  INBOUND: Webhook,
};

/** What a connection reads from: its name for people and its sign. */
export function kindLook(kind: ConnectionKind): { name: string; icon: LucideIcon } {
  const words = `${kind.slice(0, 1)}${kind.slice(1).toLowerCase().replaceAll('_', ' ')}`;
  return { name: NAMES[kind] ?? words, icon: ICONS[kind] ?? Cloud };
}

/** Where a connection reads from, for people: an upload has no place that means anything to them, nor has a simulated system. */
export function placeOf({ kind, location }: { kind: ConnectionKind; location: string }, demo: boolean): string {
  if (location.startsWith('upload:')) return 'Uploaded files';
  if (kind === 'DISCOVERED') return 'What scans found';
  return demo && kind !== 'FILES' && kind !== 'POSTGRES' ? `${kindLook(kind).name}, simulated` : location;
}
