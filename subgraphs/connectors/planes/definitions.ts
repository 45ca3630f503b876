import type { ConnectorDefinition } from '../kit/definition.ts';
import type { Kit } from '../kit/kit.ts';
import { busDefinition } from './buses/bus-definition.ts';
import { NATS_DESCRIPTOR } from './buses/nats/descriptor.ts';
import { natsBus } from './buses/nats/nats-session.ts';
import { bigquery } from './warehouses/bigquery/bigquery.ts';
import { BIGQUERY_DESCRIPTOR } from './warehouses/bigquery/descriptor.ts';
import { SNOWFLAKE_DESCRIPTOR } from './warehouses/snowflake/descriptor.ts';
import { snowflake } from './warehouses/snowflake/snowflake.ts';
import { warehouseDefinition } from './warehouses/warehouse-definition.ts';

/** Sources that are planes themselves: buses and warehouses. */
export const planeDefinitions = (kit: Kit): Record<'NATS' | 'SNOWFLAKE' | 'BIGQUERY', ConnectorDefinition> => ({
  NATS: busDefinition(kit, NATS_DESCRIPTOR, natsBus(kit.rules), 'streams'),
  SNOWFLAKE: warehouseDefinition(kit, SNOWFLAKE_DESCRIPTOR, snowflake, 'database'),
  BIGQUERY: warehouseDefinition(kit, BIGQUERY_DESCRIPTOR, bigquery, 'dataset'),
});
