import { z } from 'zod';
import { vendorFieldSchema } from '../vendors/records/field.ts';

/** How a list goes on. NEXT_URL: the reply says where; CURSOR: by what the reply says, or by the last key; PAGE and OFFSET: by numbers. */
const pagingSchema = z.discriminatedUnion('style', [
  z.object({ style: z.literal('NONE') }),
  z.object({ style: z.literal('NEXT_URL'), at: z.array(z.string()) }),
  z.object({ style: z.literal('CURSOR'), parameter: z.string(), at: z.array(z.string()).nullable() }),
  z.object({ style: z.literal('PAGE'), parameter: z.string(), first: z.int() }),
  z.object({ style: z.literal('OFFSET'), parameter: z.string() }),
]);

/** One operation that lists records. */
const listPlanSchema = z.object({
  /** Below the base address; identifies the table. */
  path: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  /** Where in the reply the records stand; empty: it is the list. */
  recordsAt: z.array(z.string()),
  paging: pagingSchema,
  limit: z.object({ parameter: z.string(), value: z.int() }).nullable(),
  /** Parameters that have to be there, with the value the document gives. */
  fixed: z.record(z.string(), z.string()),
  key: z.array(z.string()),
  /** The parameter that asks for what is new, and the field that says when it changed. */
  since: z.object({ parameter: z.string(), field: z.string(), at: z.array(z.string()), epoch: z.boolean() }).nullable(),
  fields: z.array(vendorFieldSchema),
});
export type ListPlan = z.infer<typeof listPlanSchema>;
export type Paging = ListPlan['paging'];

const authPlanSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('NONE') }),
  z.object({ type: z.literal('BEARER') }),
  z.object({ type: z.literal('BASIC') }),
  z.object({ type: z.literal('HEADER'), name: z.string() }),
  z.object({ type: z.literal('QUERY'), name: z.string() }),
  z.object({ type: z.literal('CLIENT_CREDENTIALS'), url: z.string(), scope: z.string().nullable() }),
]);
export type AuthPlan = z.infer<typeof authPlanSchema>;

/** What is read out of a document once, when the API is connected; kept with the connection. */
export const apiPlanSchema = z.object({
  title: z.string(),
  /** Null: the document names no server. */
  base: z.string().nullable(),
  auth: authPlanSchema,
  lists: z.array(listPlanSchema),
});
export type ApiPlan = z.infer<typeof apiPlanSchema>;
