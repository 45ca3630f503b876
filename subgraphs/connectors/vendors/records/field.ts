import { z } from 'zod';
import { columnTypeSchema } from '../../../../schema/events/discovered-schema.ts';
import { columnFormatSchema } from '../../files/typing/column-format.ts';

/** How a vendor writes a value. CENTS: whole numbers of the currency's smallest unit; EPOCH: seconds since 1970; POINTS: 12 for 12 %. */
const encodingSchema = z.enum(['PLAIN', 'CENTS', 'EPOCH', 'POINTS']);

/** One column of a vendor's table: where its value stands in a record, and what it is. Part of the plan that a table is read by. */
export const vendorFieldSchema = z.object({
  name: z.string(),
  /** Keys from the record down. */
  path: z.array(z.union([z.string(), z.number()])).min(1),
  type: columnTypeSchema,
  encoding: encodingSchema.default('PLAIN'),
  /** Where the currency of an amount in CENTS stands. */
  currencyPath: z.array(z.string()).nullable().default(null),
  /** How texts are read, for fields that the vendor does not document. */
  format: columnFormatSchema.nullable().default(null),
  description: z.string().nullable().default(null),
  /** It is read only because a documented field is missing. */
  aside: z.boolean().optional(),
  /** The table whose key it names. */
  references: z.string().nullable().default(null),
});
export type VendorField = z.infer<typeof vendorFieldSchema>;

type Options = Partial<Pick<VendorField, 'encoding' | 'currencyPath' | 'description' | 'references'>> & { at?: string };

/** A documented field; `at` is its path with dots where it is not simply its name. */
export function field(name: string, type: VendorField['type'], { at = name, ...options }: Options = {}): VendorField {
  const path = at.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return vendorFieldSchema.parse({ name, path, type, ...options });
}
