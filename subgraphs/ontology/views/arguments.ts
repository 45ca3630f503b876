import { z } from 'zod';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ViewParameter } from './definition.ts';
import { viewErrors } from './view.errors.ts';

const MAX_TEXT = 1_000;
const decimal = z.union([z.number().transform(String), z.string().regex(/^[-+]?\d{1,30}(?:\.\d{1,30})?$/)]);
const SCHEMAS: Readonly<Record<ColumnType, z.ZodType<string>>> = {
  TEXT: z.string().max(MAX_TEXT),
  INTEGER: z.union([z.int().transform(String), z.string().regex(/^[-+]?\d{1,18}$/)]),
  DECIMAL: decimal,
  MONEY: decimal,
  PERCENT: decimal,
  BOOLEAN: z.union([z.boolean().transform(String), z.enum(['true', 'false'])]),
  DATE: z.iso.date(),
  DATETIME: z.iso.datetime({ offset: true }),
};

/** A value of a type as text, which the database reads as it was meant; null when it is none. */
export function valueOf(type: ColumnType, value: unknown): string | null {
  const read = SCHEMAS[type].safeParse(value);
  return read.success && !read.data.includes('\0') ? read.data : null;
}

/** Arguments by parameter, null where none was given. @throws VIEW_ARGUMENT_INVALID */
export function argumentsOf(
  parameters: readonly ViewParameter[],
  given: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string | null> {
  const unknown = Object.keys(given).find((name) => !parameters.some((each) => each.name === name));
  if (unknown !== undefined) throw viewErrors.VIEW_ARGUMENT_INVALID({ name: unknown.slice(0, 60), reason: 'is no parameter of the view' });
  return new Map(
    parameters.map(({ name, type, required }) => {
      const value = given[name] ?? null;
      if (value === null && required) throw viewErrors.VIEW_ARGUMENT_INVALID({ name, reason: 'is missing' });
      const read = value === null ? null : valueOf(type, value);
      if (value !== null && read === null) throw viewErrors.VIEW_ARGUMENT_INVALID({ name, reason: `is no ${type}` });
      return [name, read];
    }),
  );
}
