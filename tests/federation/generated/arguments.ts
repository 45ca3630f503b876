import type { GraphQLField } from 'graphql';
import type { Variables } from './variables.ts';

interface Sample {
  value: unknown;
  literal: string;
}

/** Values for each type that arguments have here. */
const SAMPLES: Readonly<Record<string, readonly Sample[]>> = {
  Int: [
    { value: 1, literal: '1' },
    { value: 5, literal: '5' },
  ],
  String: [
    { value: 'a "quoted" text', literal: '"a \\"quoted\\" text"' },
    { value: 'q', literal: '"q"' },
  ],
  '[Color!]': [
    { value: ['RED', 'BLUE'], literal: '[RED, BLUE]' },
    { value: 'GREEN', literal: 'GREEN' },
    { value: [], literal: '[]' },
  ],
  In: [
    { value: { a: 2 }, literal: '{ a: 2 }' },
    { value: { b: [{ a: 3, b: [{}] }, {}] }, literal: '{ b: [{ a: 3, b: [{}] }, {}] }' },
    { value: { a: null, b: { a: 4 } }, literal: '{ a: null, b: { a: 4 } }' },
  ],
};

/** Arguments for a field, literal or by variables, or left out. */
export function argumentsText(field: GraphQLField<unknown, unknown>, choice: number, variables: Variables): string {
  const parts = field.args.flatMap(({ name, type }, index) => {
    const text = valueText(String(type), (choice >>> index) + index, variables);
    return text === null ? [] : [`${name}: ${text}`];
  });
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

function valueText(type: string, choice: number, variables: Variables): string | null {
  const samples = SAMPLES[type] ?? [];
  const sample = samples[choice % Math.max(samples.length, 1)];
  if (sample === undefined || choice % 5 === 0) return null;
  if (choice % 11 === 1) return 'null';
  if (choice % 5 < 3) return sample.literal;
  if (type === 'In' && choice % 2 === 0) return `{ a: $${variables.add('Int = 9', 2, choice, '9')} }`;
  return `$${variables.add(type, choice, sample.value, sample.literal)}`;
}
