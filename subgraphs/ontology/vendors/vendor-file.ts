import { z } from 'zod';

/** How a vendor's value becomes the canonical one. CENTS: an integer of the currency's hundredth; EPOCH: seconds since 1970. */
export const coercionSchema = z.enum(['NONE', 'TEXT', 'NUMBER', 'CENTS', 'PERCENT_POINTS', 'BOOLEAN', 'DATE', 'EPOCH']);

/** One vendor object's mapping to one canonical entity. */
export const vendorMappingSchema = z.strictObject({
  vendor: z.string().min(1),
  /** The vendor's own name of the object and other names exports give it. */
  object: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  entity: z.string().min(1),
  version: z.int().positive(),
  mappings: z
    .array(
      z.strictObject({
        field: z.string().min(1),
        to: z.string().min(1),
        coercion: coercionSchema.default('NONE'),
        confidence: z.number().min(0).max(1).default(0.98),
      }),
    )
    .min(1),
});
export type VendorMapping = z.infer<typeof vendorMappingSchema>;
