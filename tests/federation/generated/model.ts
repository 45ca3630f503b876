import fc from 'fast-check';

/** A field in the abstract: numbers that are read as choices among what there is; smaller ones are simpler. */
export interface FieldModel {
  base: number;
  wrap: number;
  owner: number;
  sharer: number;
  feature: number;
  args: number;
  pick: number;
}

export interface EntityModel {
  key: number;
  fields: readonly FieldModel[];
}

export interface AbstractModel {
  members: number;
  fields: readonly FieldModel[];
}

/** A federation in the abstract; any value of it is one (whether it composes is another question). */
export interface Model {
  seed: number;
  subgraphs: number;
  entities: readonly EntityModel[];
  values: readonly (readonly FieldModel[])[];
  interfaces: readonly AbstractModel[];
  unions: readonly AbstractModel[];
  interfaceObject: AbstractModel | null;
  queries: readonly FieldModel[];
  mutations: readonly FieldModel[];
}

const field: fc.Arbitrary<FieldModel> = fc.record({
  base: fc.nat(59),
  wrap: fc.nat(11),
  owner: fc.nat(23),
  sharer: fc.nat(23),
  feature: fc.nat(23),
  args: fc.nat(9),
  pick: fc.nat(999),
});

const abstract: fc.Arbitrary<AbstractModel> = fc.record({
  members: fc.integer({ min: 1, max: 15 }),
  fields: fc.array(field, { maxLength: 2 }),
});

/** Federations of two to four subgraphs. */
export const anyModel: fc.Arbitrary<Model> = fc.record({
  seed: fc.nat(9999),
  subgraphs: fc.integer({ min: 2, max: 4 }),
  entities: fc.array(fc.record({ key: fc.nat(9), fields: fc.array(field, { minLength: 1, maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  values: fc.array(fc.array(field, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  interfaces: fc.array(abstract, { maxLength: 2 }),
  unions: fc.array(abstract, { maxLength: 2 }),
  interfaceObject: fc.option(abstract, { freq: 2 }),
  queries: fc.array(field, { minLength: 1, maxLength: 5 }),
  mutations: fc.array(field, { maxLength: 3 }),
});
