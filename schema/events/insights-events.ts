import { z } from 'zod';

/** What insights tell of: metrics, alerts, dashboards. */
export const insightsEvents = {
  /** The metrics of a tenant were bound anew to its model and data. */
  'insights.metrics-refreshed': z.object({
    connectionId: z.uuid(),
    syncId: z.uuid().nullable(),
    proposalId: z.uuid().nullable(),
    /** Metrics that the connected data can compute now. */
    available: z.int().nonnegative(),
    /** What each of them is computed of; left out by older versions. */
    metrics: z.array(z.object({ name: z.string(), label: z.string(), attributes: z.array(z.uuid()) })).optional(),
  }),
  /** A watch has found something about a period of a metric; never the value. */
  'insights.metric-alerted': z.object({
    alertId: z.uuid(),
    watchId: z.uuid(),
    name: z.string(),
    metric: z.string(),
    label: z.string(),
    kind: z.enum(['THRESHOLD', 'CHANGE', 'ANOMALY']),
    direction: z.enum(['ABOVE', 'BELOW']),
    /** First day of the period, and what it is called. */
    point: z.string(),
    period: z.string(),
    createdBy: z.uuid(),
  }),
  'insights.dashboard-saved': z.object({ dashboardId: z.uuid(), title: z.string(), version: z.int(), savedBy: z.uuid() }),
} as const;
