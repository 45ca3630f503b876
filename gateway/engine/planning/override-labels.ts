import { createHash } from 'node:crypto';
import type { Schema } from '@apollo/federation-internals';
import { print, type DocumentNode } from 'graphql';

const PERCENT = /^percent\((\d{1,2}(?:\.\d{1,8})?|100)\)$/;

/** The labels under which fields move from one subgraph to another, `@override(from: "old", label: "percent(20)")`. */
export function overrideLabelsOf(schema: Schema): readonly string[] {
  const labels: (string | undefined)[] = [];
  for (const type of [...schema.objectTypes(), ...schema.interfaceTypes()]) {
    for (const field of type.fields()) {
      for (const applied of field.appliedDirectivesOf('join__field'))
        labels.push((applied.arguments() as { overrideLabel?: string }).overrideLabel);
    }
  }
  return [...new Set(labels.filter((label) => label !== undefined))];
}

/**
 * Which moves hold for an operation. `percent(20)` holds for a fifth of all operations: one operation always goes the same way, so its plan is made
 * once and nobody sees a field change its home and back. Labels of any other form never hold.
 */
export function overrideConditions(labels: readonly string[], document: DocumentNode): Map<string, boolean> {
  return new Map(labels.map((label) => [label, holds(label, document)]));
}

function holds(label: string, document: DocumentNode): boolean {
  const percent = Number(PERCENT.exec(label)?.[1] ?? 0);
  if (percent === 0 || percent === 100) return percent === 100;
  const digest = createHash('sha256').update(label).update(print(document)).digest();
  return digest.readUInt32BE() / 2 ** 32 < percent / 100;
}
