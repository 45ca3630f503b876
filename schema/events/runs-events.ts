import { z } from 'zod';

/** What durable runs tell of, whoever’s they are. */
export const runsEvents = {
  /** What a durable run did: the history that `runEvents` shows. Written in the transaction of the change itself. */
  'runs.changed': z.object({
    runId: z.uuid(),
    workflow: z.string(),
    title: z.string(),
    kind: z.enum([
      'STARTED',
      'STEP_STARTED',
      'PROGRESSED',
      'STEP_FINISHED',
      'WAITING',
      'RETRYING',
      'TAKEN_OVER',
      'CANCELLING',
      'RESUMED',
      'FINISHED',
    ]),
    /** Name of the step it is about; null when it is about the whole run. */
    step: z.string().nullable(),
    /** How the run stands after it. */
    status: z.enum(['RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
    /** 0…1 of the whole run. */
    progress: z.number(),
    /** What happened, in a sentence. */
    message: z.string(),
    /** What the run is about: `connectionId`, `syncId` … */
    subject: z.record(z.string(), z.string()),
  }),
} as const;
