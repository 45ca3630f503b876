import { z } from 'zod';
import type { TransformStep as StepInput } from './transform.type.ts';
import { MAX_STEPS, type Transform, type TransformStep, transformStepSchema } from './steps.ts';

export type ParsedSteps = { readonly kind: 'parsed'; readonly steps: Transform } | { readonly kind: 'refused'; readonly reason: string };

/** Steps as somebody sent them: settings that a kind has not are not looked at, those it needs have to be there. */
export function parseSteps(inputs: readonly StepInput[]): ParsedSteps {
  if (inputs.length > MAX_STEPS) return { kind: 'refused', reason: `There are more than ${MAX_STEPS} steps.` };
  const steps: TransformStep[] = [];
  for (const [i, input] of inputs.entries()) {
    const { data, error } = transformStepSchema.safeParse(settingsOf(input));
    if (error !== undefined)
      return { kind: 'refused', reason: `Step ${i + 1} (${input.kind}): ${z.prettifyError(error).replaceAll('\n', ' ')}` };
    steps.push(data);
  }
  return { kind: 'parsed', steps };
}

function settingsOf(input: StepInput): unknown {
  const { kind } = input;
  switch (kind) {
    case 'COERCE':
      return { kind, decimal: input.decimal ?? '.', dates: input.dates ?? null, blanks: input.blanks ?? [] };
    case 'VALUES':
      return { kind, cases: input.cases, otherwise: input.otherwise ?? 'KEEP' };
    case 'WORDS':
      return { kind, cases: (input.cases ?? []).map(({ from, to }) => ({ words: from, value: to })), otherwise: input.fallback ?? '' };
    case 'UNIT':
      return { kind, from: input.from, to: input.to };
    case 'CURRENCY':
      return { kind, from: input.from ?? null, fromColumn: input.fromColumn ?? null, to: input.to, onColumn: input.onColumn };
    case 'SPLIT':
      return { kind, separator: input.separator, part: input.part ?? 1, rest: input.rest ?? false };
    case 'CONCAT':
      return { kind, columns: input.columns, separator: input.separator ?? ' ' };
  }
}
