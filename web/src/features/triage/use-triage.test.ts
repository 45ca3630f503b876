import { expect, test } from 'vitest';
import type { TriageFieldsFragment } from '../../gql/graphql.ts';
import { undoOf } from './use-triage.ts';

const OPEN = { status: 'OPEN', assignee: { id: 'ada', displayName: 'Ada' } } as TriageFieldsFragment;

test('a decision about an open finding is taken back by opening it, an assignment by the one before', () => {
  expect(undoOf(OPEN, { kind: 'RESOLVE', comment: null })).toEqual({ kind: 'REOPEN' });
  expect(undoOf(OPEN, { kind: 'ASSIGN', userId: null })).toEqual({ kind: 'ASSIGN', userId: 'ada' });
});

test('what was accepted for a reason cannot be had again by a press', () => {
  expect(undoOf({ ...OPEN, status: 'ACCEPTED' }, { kind: 'REOPEN' })).toBeNull();
});
