import { z } from 'zod';

export const PERSONAS = ['CFO', 'CRO', 'COO', 'CTO'] as const;
export type Persona = (typeof PERSONAS)[number];

/** A question or sentence that is not answered. */
export const declinedSchema = z.object({
  __typename: z.literal('Declined'),
  question: z.string(),
  reason: z.enum(['NOT_UNDERSTOOD', 'NOT_AVAILABLE', 'AMBIGUOUS', 'NO_DATA']),
  text: z.string(),
  notUnderstood: z.array(z.string()),
  missing: z.array(z.string()),
  wouldHelp: z.array(z.string()),
  suggestions: z.array(z.string()),
});

export type Declined = z.infer<typeof declinedSchema>;
