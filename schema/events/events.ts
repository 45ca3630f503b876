import type { z } from 'zod';
import { accountsEvents } from './accounts-events.ts';
import { agentsEvents } from './agents-events.ts';
import { connectorsEvents } from './connectors-events.ts';
import { insightsEvents } from './insights-events.ts';
import { ontologyEvents } from './ontology-events.ts';
import { runsEvents } from './runs-events.ts';

/**
 * The contracts of the event log: topic → payload. Subgraphs never import one another; they meet in the graph and here.
 * A payload only ever gains optional fields; a breaking change is a new topic.
 */
export const eventSchemas = {
  ...accountsEvents,
  ...agentsEvents,
  ...connectorsEvents,
  ...insightsEvents,
  ...ontologyEvents,
  ...runsEvents,
} as const;

export type Topic = keyof typeof eventSchemas;
export type EventPayload<T extends Topic> = z.infer<(typeof eventSchemas)[T]>;
