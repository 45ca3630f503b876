import { z } from 'zod';
import { vendorFieldSchema } from './records/field.ts';

/** How a vendor's table is read, as it is kept between discovery and reading. */
export const vendorPlanSchema = z.object({
  fields: z.array(vendorFieldSchema),
  count: z.number().nullable(),
  /** `VendorTable.plan`. */
  own: z.unknown().optional(),
});
export type VendorPlan = z.infer<typeof vendorPlanSchema>;
