import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { REASONS } from '../subgraphs/assets/discovery/classify/asset.ts';
import { policySchema } from '../subgraphs/assets/discovery/policy/policy.ts';
import { LISTS } from '../subgraphs/assets/discovery/snapshot/planes.ts';

const guide = readFileSync(new URL('../docs/guides/discovery.md', import.meta.url), 'utf8');
const said = [...guide.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

interface Described {
  properties?: Readonly<Record<string, Described>>;
}

/** The fields of a policy as the guide names them. */
function fieldsOf({ properties = {} }: Described, before = ''): string[] {
  return Object.entries(properties).flatMap(([name, field]) =>
    field.properties === undefined ? [`${before}${name}`] : fieldsOf(field, `${before}${name}.`),
  );
}

test('the guide of discovery names every field of a policy', () => {
  const fields = fieldsOf(z.toJSONSchema(policySchema, { io: 'input', unrepresentable: 'any' }) as Described);
  expect(fields.length).toBeGreaterThan(15);
  expect(fields.filter((field) => !said.includes(field) && !said.includes(`.${field.split('.')[1] ?? ''}`))).toEqual([]);
});

test('the guide of discovery names every reason and every list of a snapshot', () => {
  expect(REASONS.filter((reason) => !said.includes(reason))).toEqual([]);
  expect(Object.keys(LISTS).filter((list) => !said.includes(list))).toEqual([]);
});
