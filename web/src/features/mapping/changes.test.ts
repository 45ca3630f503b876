import { describe, expect, test } from 'vitest';
import { countEdits, NO_EDITS, ownEntityName, retargetField, retargetTable, toChanges } from './changes.ts';

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

  test('a type of one’s own is named after its table', () => {
    expect(ownEntityName('sales_pipeline.csv')).toBe('SalesPipeline');
    expect(ownEntityName('2024 costs')).toBe('Table2024Costs');
  });
});
