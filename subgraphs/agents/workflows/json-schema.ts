import { z } from 'zod';
import type { Json } from './json.ts';

/** Any JSON value. */
export const json: z.ZodType<Json> = z.json();
