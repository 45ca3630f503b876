import type { System } from '../../kernel/system.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import type { Kit } from '../kit/kit.ts';
import { busDefinition } from './buses/bus-definition.ts';
import { eventBridgeDefinition } from './buses/eventbridge/eventbridge-definition.ts';
import { KAFKA_DESCRIPTOR } from './buses/kafka/descriptor.ts';
import { kafkaBus } from './buses/kafka/kafka-bus.ts';
import { NATS_DESCRIPTOR } from './buses/nats/descriptor.ts';
import { natsBus } from './buses/nats/nats-session.ts';
import { bigquery } from './warehouses/bigquery/bigquery.ts';
import { BIGQUERY_DESCRIPTOR } from './warehouses/bigquery/descriptor.ts';
import { SNOWFLAKE_DESCRIPTOR } from './warehouses/snowflake/descriptor.ts';
import { snowflake } from './warehouses/snowflake/snowflake.ts';
import { warehouseDefinition } from './warehouses/warehouse-definition.ts';

type PlaneSource = 'KAFKA' | 'EVENTBRIDGE' | 'NATS' | 'SNOWFLAKE' | 'BIGQUERY';

/** Sources that are planes themselves: buses and warehouses. */
export const planeDefinitions = (system: System, kit: Kit): Record<PlaneSource, ConnectorDefinition> => ({
  KAFKA: busDefinition(kit, KAFKA_DESCRIPTOR, kafkaBus(kit.rules), 'topics'),
  EVENTBRIDGE: eventBridgeDefinition(system),
  NATS: busDefinition(kit, NATS_DESCRIPTOR, natsBus(kit.rules), 'streams'),
  SNOWFLAKE: warehouseDefinition(kit, SNOWFLAKE_DESCRIPTOR, snowflake, 'database'),
  BIGQUERY: warehouseDefinition(kit, BIGQUERY_DESCRIPTOR, bigquery, 'dataset'),
});
