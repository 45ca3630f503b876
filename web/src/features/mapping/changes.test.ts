import { describe, expect, test } from 'vitest';
import {
  countEdits,
  editField,
  NO_EDITS,
  ownAttributeName,
  ownEntityName,
  retargetField,
  retargetTable,
  setUnpivot,
  toChanges,
} from './changes.ts';

describe('edits of a mapping proposal', () => {
  test('name only what differs from the proposal', () => {
    const edits = retargetField(retargetTable(NO_EDITS, 't1', 'Product', 'Account'), 't2', 'f1', 'amount', 'value');
    expect(toChanges(edits)).toEqual([
      { tableId: 't1', entityName: 'Product' },
      { tableId: 't2', fieldId: 'f1', attribute: 'amount' },
    ]);
    const back = retargetField(retargetTable(edits, 't1', 'Account', 'Account'), 't2', 'f1', 'value', 'value');
    expect(countEdits(back)).toBe(0);
  });

  test('a table sent to another entity forgets its column edits', () => {
    const edits = retargetTable(retargetField(NO_EDITS, 't1', 'f1', 'amount', 'value'), 't1', 'Product', 'Account');
    expect(toChanges(edits)).toEqual([{ tableId: 't1', entityName: 'Product' }]);
  });

  test('of a column’s values stay when its attribute is proposed again, and go one by one', () => {
    const steps = [{ kind: 'UNIT', from: '%', to: '1' }] as const;
    const edits = editField(retargetField(NO_EDITS, 't', 'f', 'rate', 'amount'), 't', 'f', { transforms: steps });
    const back = retargetField(edits, 't', 'f', 'amount', 'amount');
    expect(toChanges(back)).toEqual([{ tableId: 't', fieldId: 'f', transforms: [...steps] }]);
    expect(countEdits(editField(back, 't', 'f', { transforms: null }))).toBe(0);
  });

  test('a column is left out, and taken in again', () => {
    const edits = editField(NO_EDITS, 't', 'f', { leaveOut: true });
    expect(toChanges(edits)).toEqual([{ tableId: 't', fieldId: 'f', leaveOut: true }]);
    expect(countEdits(editField(edits, 't', 'f', { leaveOut: null }))).toBe(0);
  });

  test('say whether a sheet is turned into observations only where that differs', () => {
    expect(toChanges(setUnpivot(NO_EDITS, 't', true, false))).toEqual([{ tableId: 't', unpivot: true }]);
    expect(countEdits(setUnpivot(setUnpivot(NO_EDITS, 't', true, false), 't', false, false))).toBe(0);
  });

  test('an attribute of one’s own is named after its column', () => {
    expect(ownAttributeName('Cust_Ref No')).toBe('custRefNo');
    expect(ownAttributeName('2024')).toBe('column2024');
  });

  test('a type of one’s own is named after its table', () => {
    expect(ownEntityName('sales_pipeline.csv')).toBe('SalesPipeline');
    expect(ownEntityName('2024 costs')).toBe('Table2024Costs');
  });
});
