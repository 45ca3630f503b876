import fc from 'fast-check';

/** One selection in the abstract; numbers are choices among what the schema has at that place. */
export interface SelectionModel {
  kind: number;
  pick: number;
  alias: number;
  args: number;
  condition: number;
  children: readonly SelectionModel[];
}

/** An operation in the abstract; it can be read against any schema. */
export interface OperationModel {
  isMutation: boolean;
  selections: readonly SelectionModel[];
}

const DEPTH = 5;

/** Operations up to five objects deep. */
export const anyOperation: fc.Arbitrary<OperationModel> = fc.record({
  isMutation: fc.nat(5).map((n) => n === 5),
  selections: fc.array(selection(DEPTH), { minLength: 1, maxLength: 4 }),
});

function selection(depth: number): fc.Arbitrary<SelectionModel> {
  return fc.record({
    kind: fc.nat(19),
    pick: fc.nat(999),
    alias: fc.nat(19),
    args: fc.nat(99),
    condition: fc.nat(29),
    children: depth === 0 ? fc.constant([]) : fc.array(selection(depth - 1), { minLength: 1, maxLength: depth > 2 ? 4 : 3 }),
  });
}
