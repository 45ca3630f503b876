import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, validate, visit, type OperationDefinitionNode } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDemandControl, type DemandControl } from '../gateway/demand/demand-control.ts';
import { shapeOf } from '../gateway/door/document-shape.ts';
import { PRODUCT_DOOR } from '../gateway/door/door-options.ts';
import { loadSupergraph, type Supergraph } from '../gateway/engine/supergraph.ts';
import { tokensFor } from '../gateway/limits/gateway-limits.ts';
import { loadManifest, type Manifest } from '../gateway/persisted/manifest.ts';
import { packageFolder } from '../subgraphs/kernel/config/package-folder.ts';
import { RATES } from '../subgraphs/kernel/limits/rates.ts';
import { MAX_PAGE_SIZE } from '../subgraphs/kernel/pagination/page.ts';
import { DOCUMENT_IDS } from '../web/src/gql/document-ids.ts';

/** What our clients ask before anybody is logged in. */
const ANONYMOUS = new Set([
  'AcceptInvitation',
  'ClosureProof',
  'CompleteSecondFactor',
  'CurrentViewer',
  'FirstLook',
  'Invitation',
  'LogIn',
  'LogInWithLink',
  'RefreshSession',
  'RegisterTenant',
  'RequestPasswordReset',
  'ResetPassword',
  'Workspaces',
]);

let manifest: Manifest;
let supergraph: Supergraph;
let demand: DemandControl;

beforeAll(async () => {
  manifest = await loadManifest(join(packageFolder, 'web/public/persisted-documents.json'));
  supergraph = loadSupergraph(readFileSync(join(packageFolder, 'schema/supergraph.graphql'), 'utf8'));
  demand = createDemandControl(supergraph, PRODUCT_DOOR.demand);
});

/** Every whole number of an operation at its highest: the longest page that can be asked for. */
function longestPages(operation: OperationDefinitionNode): Record<string, number> {
  const counts = (operation.variableDefinitions ?? []).filter(({ type }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return named.kind === Kind.NAMED_TYPE && named.name.value === 'Int';
  });
  return Object.fromEntries(counts.map(({ variable }) => [variable.name.value, MAX_PAGE_SIZE]));
}

describe('every operation of the web client', () => {
  test('is in the manifest under the id the client sends', () => {
    expect(Object.values(DOCUMENT_IDS).map((id) => id.replace('sha256:', ''))).toEqual([...manifest.texts.keys()]);
    expect([...manifest.names].toSorted()).toEqual(Object.keys(DOCUMENT_IDS));
  });

  test('goes through the door: its size, its shape and its cost with the longest pages are within what each role may ask', () => {
    const { shape: limits, demand: prices } = PRODUCT_DOOR;
    for (const text of manifest.texts.values()) {
      const document = parse(text, { maxTokens: limits.tokens });
      expect(validate(supergraph.apiSchema, document)).toEqual([]);
      const shape = shapeOf(document);
      for (const [what, size] of Object.entries(shape))
        expect(size, `${what} of ${text}`).toBeLessThanOrEqual(limits[what as keyof typeof shape]);
      visit(document, {
        OperationDefinition(operation) {
          const { cost, unsliced } = demand.estimate(document, operation, longestPages(operation));
          const name = operation.name?.value ?? '';
          expect(unsliced).toBeNull();
          const role = ANONYMOUS.has(name) ? 'PUBLIC' : 'VIEWER';
          expect(cost, name).toBeLessThanOrEqual(prices.perRole[role] ?? prices.maximum);
        },
      });
    }
  });

  test('takes one token of what a person may read in a minute, or two, with the pages that are usual', () => {
    const taken = [...manifest.texts.values()].flatMap((text) => {
      const document = parse(text);
      return document.definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION ? [tokensFor(demand.estimate(document, definition, {}).cost)] : [],
      );
    });
    expect(Math.max(...taken)).toBeLessThanOrEqual(2);
    expect(taken.filter((tokens) => tokens > 1).length).toBeLessThan(taken.length / 20);
    // A dashboard of fourteen widgets with all that stands around it, at once, and five times in a minute.
    const opened = 14 + 1 + 15;
    expect(opened).toBeLessThanOrEqual(RATES.READ.burst);
    expect(5 * opened).toBeLessThanOrEqual(RATES.READ.perMinute);
  });

  test('while pages of pages of pages do not', () => {
    const document = parse('{ connections(first: 500) { nodes { objects(first: 500) { nodes { name } } } } }');
    const [operation] = document.definitions as [OperationDefinitionNode];
    expect(demand.estimate(document, operation, {}).cost).toBeGreaterThan(demand.maximumOf('OWNER'));
  });
});

test('pages of the settings are shown by actions that there are', () => {
  const actions = Object.keys(JSON.parse(readFileSync(join(packageFolder, 'schema/permissions.json'), 'utf8')) as object);
  const places = readFileSync(join(packageFolder, 'web/src/features/settings/places.ts'), 'utf8');
  const needed = Array.from(places.matchAll(/needs: \[([^\]]*)\]/g), ([, names = '']) => names.match(/[\w.-]+/g) ?? []).flat();
  expect(needed.length).toBeGreaterThan(10);
  expect(needed.filter((name) => !actions.includes(name))).toEqual([]);
});
