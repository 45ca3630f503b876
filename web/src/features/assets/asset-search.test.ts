import { expect, test } from 'vitest';
import type { AssetSearch } from './asset-search.ts';
import { filterOf, orderOf } from './asset-search.ts';

const EVERYTHING: AssetSearch = {
  search: '',
  kind: '',
  class: '',
  activity: '',
  owner: '',
  admission: '',
  reason: '',
  state: '',
  order: '',
};

test('an empty address narrows nothing', () => {
  expect(Object.values(filterOf(EVERYTHING)).every((each) => each === null)).toBe(true);
  expect(orderOf(EVERYTHING)).toBe('NAME');
});

test('an address narrows by all it says, and by nothing that is not known', () => {
  const asked = {
    ...EVERYTHING,
    search: 'box',
    class: 'SHADOW,NONSENSE,ZOMBIE',
    owner: 'some',
    state: 'rejected',
    reason: 'NO_IDP,UNGOVERNED',
    kind: 'toString',
    order: 'RISK',
  };
  expect(filterOf(asked)).toEqual({
    search: 'box',
    kind: null,
    classes: ['SHADOW', 'ZOMBIE'],
    activity: null,
    withoutOwner: false,
    admissions: null,
    reasons: ['NO_IDP', 'UNGOVERNED'],
    admitted: false,
    removed: null,
  });
  expect(orderOf(asked)).toBe('RISK');
});

test('an admission by which applications are rejected shows rejected ones', () => {
  expect(filterOf({ ...EVERYTHING, admission: 'BANNED' })).toMatchObject({ admissions: ['BANNED'], admitted: false });
  expect(filterOf({ ...EVERYTHING, admission: 'CLOUD' })).toMatchObject({ admissions: ['CLOUD'], admitted: null });
});
