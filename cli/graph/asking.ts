import { z } from 'zod';

export const PERSONAS = ['CFO', 'CRO', 'COO', 'CTO'] as const;
export type Persona = (typeof PERSONAS)[number];

/** Parts of an answer that are read of a question's and of a widget's alike. */
export const answerParts = {
  delta: z.object({ absolute: z.number(), relative: z.number().nullable(), versus: z.string(), previousValue: z.number() }).nullable(),
  trend: z.object({ direction: z.enum(['IMPROVING', 'DECLINING', 'STABLE']), change: z.number().nullable() }).nullable(),
  columns: z.array(z.object({ name: z.string(), label: z.string(), unit: z.string().nullable(), type: z.string() })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  truncated: z.boolean(),
};

/** What is read of a refusal, inside `... on Declined { }`. */
export const DECLINED_FIELDS = 'question reason text notUnderstood missing wouldHelp suggestions';

/** A question or sentence that is not answered. */
export const declinedSchema = z.object({
  __typename: z.literal('Declined'),
  question: z.string(),
  reason: z.string(),
  text: z.string(),
  notUnderstood: z.array(z.string()),
  missing: z.array(z.string()),
  wouldHelp: z.array(z.string()),
  suggestions: z.array(z.string()),
});

export type Declined = z.infer<typeof declinedSchema>;

/** What is read of a question back, inside `... on Clarification { }`. */
export const CLARIFICATION_FIELDS = 'question text choices { label question }';

/** A question that means several things: each can be asked. */
export const clarificationSchema = z.object({
  __typename: z.literal('Clarification'),
  question: z.string(),
  text: z.string(),
  choices: z.array(z.object({ label: z.string(), question: z.string() })),
});

export type Clarification = z.infer<typeof clarificationSchema>;
