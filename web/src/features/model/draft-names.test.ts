import { expect, test } from 'vitest';
import type { DifferenceFragment } from '../../gql/graphql.ts';
import { draftParts } from './draft-names.ts';

const change = (more: Partial<DifferenceFragment>): DifferenceFragment => ({
  action: 'CHANGED',
  subject: 'ATTRIBUTE',
  entityType: 'Account',
  name: 'x',
  property: null,
  before: null,
  after: null,
  ...more,
});
const parts = [
  { name: 'name', label: 'Name' },
  { name: 'city', label: 'City' },
];

test('parts of a draft go by the names they have there, without what it removes, with what it adds', () => {
  const diff = [
    change({ name: 'fullName', property: 'name', before: 'name', after: 'fullName' }),
    change({ action: 'REMOVED', name: 'city' }),
    change({ action: 'ADDED', name: 'score' }),
    change({ action: 'ADDED', name: 'other', entityType: 'Contact' }),
  ];
  expect(draftParts(parts, diff, 'ATTRIBUTE', 'Account').map(({ name }) => name)).toEqual(['fullName', 'score']);
});
