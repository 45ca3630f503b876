import { expect, test } from 'vitest';
import { loadCanonicalOntology } from '../canonical/load.ts';
import { discover } from '../matching/discovered.testkit.ts';
import { createMatcher } from '../matching/matcher.ts';
import { propose } from '../matching/propose.ts';
import { semanticModelSchema } from '../../../schema/events/semantic-model.ts';
import { type AcceptedTable, buildModel } from './build-model.ts';
import { wordsPattern } from '../transform/words-pattern.ts';

const ontology = loadCanonicalOntology();
const matcher = createMatcher(ontology, []);
const tenant = '00000000-0000-4000-8000-000000000001';
const connectionId = '00000000-0000-4000-8000-000000000002';

function accepted(columns: string[], row: string[], name = 'deals'): AcceptedTable[] {
  return propose(matcher, { connectionName: 'c', objects: discover([{ name, columns, rows: [row], key: columns[0] ?? '' }]) }).map(
    (table) => ({ connectionId, connectionName: 'c', table }),
  );
}

test('a deal gets its outcome beside its stage, with the lineage of the column it is told from', () => {
  const { model, bindings } = buildModel(tenant, 1, accepted(['deal_id', 'deal_stage', 'amount'], ['1', 'Won', '5']), ontology, null);
  expect(semanticModelSchema.parse(model)).toEqual(model);
  expect(model.entities[0]?.attributes.map((attribute) => attribute.column)).toEqual(['external_id', 'stage', 'amount', 'outcome']);
  expect(model.entities[0]?.sources[0]?.fields).toContainEqual(expect.objectContaining({ column: 'deal_stage', attribute: 'outcome' }));
  expect(bindings[0]?.valueMaps[0]).toMatchObject({ column: 'outcome', source: 'deal_stage', otherwise: 'OPEN' });
});

test('a full name is put together when only its parts are there', () => {
  const parts = buildModel(
    tenant,
    1,
    accepted(['contact_id', 'first_name', 'last_name', 'email'], ['1', 'Ann', 'Lee', 'a@x.org'], 'contacts'),
    ontology,
    null,
  );
  expect(parts.bindings[0]?.concats).toEqual([{ column: 'name', sources: ['first_name', 'last_name'] }]);
  expect(parts.model.entities[0]?.titleAttribute).toBe('name');
  const whole = buildModel(
    tenant,
    1,
    accepted(['contact_id', 'name', 'first_name', 'last_name'], ['1', 'Ann Lee', 'Ann', 'Lee'], 'contacts'),
    ontology,
    null,
  );
  expect(whole.bindings[0]?.concats).toEqual([]);
});

test('columns keep their names from version to version, and types only widen', () => {
  const first = buildModel(tenant, 1, accepted(['thing_id', 'size'], ['1', '1.5'], 'things'), ontology, null);
  const second = buildModel(tenant, 2, accepted(['thing_id', 'size', 'Size '], ['1', '2', 'x'], 'things'), ontology, first.model);
  const columns = (index: number): string[] =>
    ([first, second][index]?.model.entities[0]?.attributes ?? []).map(
      (attribute) => `${attribute.name}:${attribute.column}:${attribute.type}`,
    );
  expect(columns(0)).toEqual(['thingId:thing_id:INTEGER', 'size:size:DECIMAL']);
  expect(columns(1).slice(0, 2)).toEqual(columns(0));
  expect(second.model.entities[0]?.attributes.map((attribute) => attribute.id).slice(0, 2)).toEqual(
    first.model.entities[0]?.attributes.map((attribute) => attribute.id),
  );
});

test('columns that a table must have of its own are never taken by a source', () => {
  const { model } = buildModel(
    tenant,
    1,
    accepted(['id', 'updated_at', 'source_key', 'ctid'], ['1', '2024-01-01', 'x', 'y'], 'odd'),
    ontology,
    null,
  );
  const columns = (model.entities[0]?.attributes ?? []).map((attribute) => attribute.column);
  for (const reserved of ['id', 'updated_at', 'source_key', 'ctid']) expect(columns).not.toContain(reserved);
  expect(new Set(columns).size).toBe(4);
});

test('a word of a value map matches whole words, written apart or together', () => {
  expect(wordsPattern(['won', 'closed won'])).toBe('\\m(?:won|closed won|closedwon)\\M');
});

test('a rating that a small table explains stays a number beside the link; an id does not', () => {
  const reviews = {
    name: 'reviews',
    columns: ['review_id', 'manager_rating', 'store_id'],
    rows: [
      ['1', '4', '1'],
      ['2', '5', '2'],
      ['3', '4', '3'],
    ],
    key: 'review_id',
    references: { manager_rating: 'rating_levels.rating_id', store_id: 'stores.store_id' },
  };
  const levels = {
    name: 'rating_levels',
    columns: ['rating_id', 'rating_level'],
    rows: [
      ['4', 'Good'],
      ['5', 'Great'],
    ],
    key: 'rating_id',
  };
  const stores = {
    name: 'stores',
    columns: ['store_id', 'city'],
    rows: [
      ['1', 'Oslo'],
      ['2', 'Bonn'],
      ['3', 'Rome'],
    ],
    key: 'store_id',
  };
  const tables = propose(matcher, { connectionName: 'c', objects: discover([reviews, levels, stores]) });
  const { model, bindings } = buildModel(
    tenant,
    1,
    tables.map((table) => ({ connectionId, connectionName: 'c', table })),
    ontology,
    null,
  );
  const review = model.entities.find((entity) => entity.sources[0]?.objectName === 'reviews');
  expect(review?.relations.map((relation) => relation.name)).toEqual(['managerRating', 'store']);
  const number = review?.attributes.find((attribute) => attribute.name === 'managerRatingValue');
  expect(number).toMatchObject({ type: 'INTEGER', semantic: 'RATE', label: 'Manager rating' });
  expect(review?.attributes).toHaveLength(2);
  expect(bindings[0]?.fields).toContainEqual(expect.objectContaining({ source: 'manager_rating', column: number?.column }));
});
