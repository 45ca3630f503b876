import { z } from 'zod';

/** A word of a value map, a separator, a column: all of them short. */
const MAX_TEXT = 300;
const MAX_CASES = 500;
const MAX_WORDS = 500;
const MAX_COLUMNS = 20;
/** Steps one after another on one value; more are a program's mistake. */
export const MAX_STEPS = 10;

const text = z.string().max(MAX_TEXT);
const currency = z.string().regex(/^[A-Z]{3}$/);

/** Reads what was written as text into a number, a date, yes or no. */
const coerceSchema = z.object({
  kind: z.literal('COERCE'),
  /** The sign before decimals. */
  decimal: z.enum(['.', ',']),
  /** The order in dates that are not written as ISO 8601 says; null: only those are dates. */
  dates: z.enum(['DMY', 'MDY', 'YMD']).nullable(),
  /** What stands for nothing, compared without case: `n/a`, `-`. */
  blanks: z.array(text).max(MAX_WORDS),
});

/** Whole values, compared without case and punctuation, each with what is kept instead. */
const valuesSchema = z.object({
  kind: z.literal('VALUES'),
  cases: z
    .array(z.object({ from: z.array(text).min(1).max(MAX_WORDS), to: text }))
    .min(1)
    .max(MAX_CASES),
  /** What becomes of a value that no case names. */
  otherwise: z.enum(['KEEP', 'BLANK', 'QUARANTINE']),
});

/** Words anywhere in the value; the first case that has one wins. */
const wordsSchema = z.object({
  kind: z.literal('WORDS'),
  cases: z
    .array(
      z.object({
        value: text,
        words: z
          .array(z.string().regex(/^[a-z0-9 ]{1,100}$/))
          .min(1)
          .max(MAX_WORDS),
      }),
    )
    .min(1)
    .max(MAX_CASES),
  otherwise: text,
});

/** Numbers in one unit, kept in another of the same dimension. */
const unitSchema = z.object({ kind: z.literal('UNIT'), from: text, to: text });

/** Amounts in one currency, kept in another at the rate of a day. */
const currencySchema = z.object({
  kind: z.literal('CURRENCY'),
  from: currency.nullable(),
  /** The column that says in which currency the amount is; null: all are in `from`. */
  fromColumn: text.nullable(),
  to: currency,
  /** The column with the day whose rate is taken. */
  onColumn: text,
});

/** One piece of the value. */
const splitSchema = z.object({
  kind: z.literal('SPLIT'),
  separator: text.min(1),
  /** 1 is the first, -1 the last. */
  part: z.int().refine((part) => part !== 0 && Math.abs(part) <= 100),
  /** Whether everything from that piece on is kept. */
  rest: z.boolean(),
});

/** The value and those of other columns, put together; blanks are left out. */
const concatSchema = z.object({ kind: z.literal('CONCAT'), columns: z.array(text.min(1)).min(1).max(MAX_COLUMNS), separator: text });

export const transformStepSchema = z.discriminatedUnion('kind', [
  coerceSchema,
  valuesSchema,
  wordsSchema,
  unitSchema,
  currencySchema,
  splitSchema,
  concatSchema,
]);
/** One thing done to a landed value on its way to an attribute. */
export type TransformStep = z.infer<typeof transformStepSchema>;
export type StepOf<Kind extends TransformStep['kind']> = Extract<TransformStep, { kind: Kind }>;

/** What is done to a landed value, step by step; nothing where it is kept as it is. */
export type Transform = readonly TransformStep[];

const YES_OR_NO: StepOf<'COERCE'> = { kind: 'COERCE', decimal: '.', dates: null, blanks: [] };

/** Transforms the matcher has a name for: nothing, percentage points as a fraction, 0/1 as a flag. */
export const Transform = {
  NONE: [],
  POINTS: [{ kind: 'UNIT', from: '%', to: '1' }],
  FLAG: [YES_OR_NO],
} as const satisfies Record<string, Transform>;

const stored = z.union([z.enum(['NONE', 'POINTS', 'FLAG']), z.array(transformStepSchema).max(MAX_STEPS)]);

/** A transform as it was stored, by this version or by one that knew three of them by name. @throws ZodError when it is neither */
export function transformOf(value: unknown): Transform {
  const read = stored.parse(value);
  return typeof read === 'string' ? Transform[read] : read;
}

/** A word for a transform that is the same for equal ones: what proposals are compared by, of any version. */
export function shapeOfTransform(value: unknown): unknown {
  const steps = transformOf(value);
  if (steps.length === 0) return 'NONE';
  const known = JSON.stringify(steps);
  if (known === JSON.stringify(Transform.POINTS)) return 'POINTS';
  return known === JSON.stringify(Transform.FLAG) ? 'FLAG' : steps;
}
