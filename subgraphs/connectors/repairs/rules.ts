import { z } from 'zod';
import { columnTypeSchema } from '../../../schema/events/discovered-schema.ts';

/**
 * How one column that everything downstream knows is made of what the source calls it today. SAME: one field as it is (renamed, moved, flattened); JOIN:
 * several fields put together; PART: one piece of a field that holds several.
 */
export const readingRuleSchema = z.object({
  /** The stable column. */
  column: z.string(),
  /** Its type, which whatever is read is made to fit. */
  type: columnTypeSchema,
  /** Fields of the source; dotted where they stand within a nested one. */
  from: z.array(z.string()).min(1),
  how: z.enum(['SAME', 'JOIN', 'PART']),
  /** What stands between parts. */
  separator: z.string().default(' '),
  /** Which part, from 0, and of how many: the last one takes the rest. */
  part: z.object({ index: z.int().nonnegative(), of: z.int().positive() }).nullable().default(null),
  /** Numbers are multiplied with it. */
  scale: z.number().positive().nullable().default(null),
  /** Values that are called something else today: what the source says → what it was. */
  values: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
});
export type ReadingRule = z.infer<typeof readingRuleSchema>;

export const readingRulesSchema = z.array(readingRuleSchema);

/** A rule that takes a field as it is. */
export const sameRule = (column: string, type: ReadingRule['type'], from: string): ReadingRule => ({
  column,
  type,
  from: [from],
  how: 'SAME',
  separator: ' ',
  part: null,
  scale: null,
  values: [],
});

/** Whether a rule gives the field of its own name as it is. */
export const isPlain = ({ how, scale, values }: ReadingRule): boolean => how === 'SAME' && scale === null && values.length === 0;

/** Rules by another set on top: what is read of the former reading's columns is read of the fields that those were made of. */
export function composeRules(former: readonly ReadingRule[], next: readonly ReadingRule[]): ReadingRule[] {
  const known = new Map(former.map((rule) => [rule.column, rule]));
  const made = next.map((rule): ReadingRule => {
    const [only, ...others] = rule.from.map((name) => known.get(name));
    // One that only goes by another name is followed through; whatever else a former reading does is replaced.
    if (only === undefined || others.length > 0 || !rule.from.every((name) => name === rule.column)) return rule;
    const values = [...only.values, ...rule.values];
    return {
      ...only,
      type: rule.type,
      scale: only.scale === null ? rule.scale : rule.scale === null ? only.scale : only.scale * rule.scale,
      values,
    };
  });
  const names = new Set(made.map(({ column }) => column));
  return [...former.filter(({ column }) => !names.has(column)), ...made];
}
