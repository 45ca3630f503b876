import { expect, test } from 'vitest';
import type { AssetSearch } from './asset-search.ts';
import { filterOf, orderOf } from './asset-search.ts';

const EVERYTHING: AssetSearch = { search: '', kind: '', class: '', activity: '', owner: '', state: '', order: '' };

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
    kind: 'toString',
    order: 'RISK',
  };
  expect(filterOf(asked)).toEqual({
    search: 'box',
    kind: null,
    classes: ['SHADOW', 'ZOMBIE'],
    activity: null,
    withoutOwner: false,
    admitted: false,
    removed: null,
  });
  expect(orderOf(asked)).toBe('RISK');
});
