import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { examplesFor } from '../web/src/playground/examples.ts';

const schema = buildSchema(readFileSync(fileURLToPath(new URL('../schema/api.graphql', import.meta.url)), 'utf8'));

test.for(examplesFor({ CFO: null, CRO: null, COO: null, CTO: null }))(
  'the graph accepts the prepared operation “$title”',
  ({ query, variables }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(() => void JSON.parse(variables ?? '{}')).not.toThrow();
  },
);
