import { parse } from 'yaml';
import { z } from 'zod';
import type { Change } from './changes.ts';

const marksSchema = z
  .array(
    z.strictObject({
      /** `api`, or the name of a subgraph. */
      graph: z.string().min(1),
      change: z.string().min(1),
      /** Why it has to be, and what callers do instead. */
      reason: z.string().min(10, 'says why, and what callers do instead'),
    }),
  )
  .nullish()
  .transform((marks) => marks ?? []);

/** Breaking changes that are meant, as schema/breaking-changes.yaml lists them. @throws when the text is no such list */
export function readMarks(text: string): Change[] {
  const parsed = marksSchema.safeParse(parse(text));
  if (!parsed.success) throw new Error(`schema/breaking-changes.yaml is not usable:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What is wrong with the marks: breaking changes without one, each as the entry that is missing, and marks of changes that are not there. */
export function markFaults(breaking: readonly Change[], marks: readonly Change[]): string[] {
  const [made, marked] = [new Set(breaking.map(keyOf)), new Set(marks.map(keyOf))];
  const unmarked = breaking.filter((change) => !marked.has(keyOf(change)));
  const stale = marks.filter((mark) => !made.has(keyOf(mark)));
  return [
    ...unmarked.map(
      ({ graph, change }) =>
        `This breaks callers: ${graph}: ${change} Take it back, announce it with @deprecated for a release, or say in schema/breaking-changes.yaml why it has to be:\n  - graph: ${graph}\n    change: ${JSON.stringify(change)}\n    reason: …`,
    ),
    ...stale.map(({ graph, change }) => `schema/breaking-changes.yaml marks a change that is not there: ${graph}: ${change}`),
  ];
}

function keyOf({ graph, change }: Change): string {
  return `${graph} ${change}`;
}
