import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { type GraphCompany, openGraphCompany } from './testkit/graph-company.ts';

const LINEAGE = `query ($of: LineageSubject!, $direction: LineageDirection) { lineage(of: $of, direction: $direction) { truncated
  nodes { key kind id label detail layer connection { id name } object { id name } attribute { id name } entityType { name } record { id title }
    trace { key steps { kind done } } metric { name label } mapping { column attribute confidence } }
  edges { from to label } } }`;

interface Node {
  key: string;
  kind: string;
  id: string;
  label: string;
  layer: number;
}
interface Lineage {
  nodes: Node[];
  edges: { from: string; to: string }[];
  truncated: boolean;
}

let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
});
afterAll(() => company[Symbol.asyncDispose]());

const DEALS = ['opportunity_id,account,deal_stage,close_value,close_date'];
for (let n = 0; n < 20; n++) DEALS.push(`D${n},Company ${n % 5},${n % 2 === 0 ? 'Won' : 'Lost'},${100 + n},2026-0${1 + (n % 9)}-11`);
const ACCOUNTS = ['account,sector,revenue', ...Array.from({ length: 5 }, (_, n) => `Company ${n},retail,${n * 10}`)];

const follow = async (viewer: UserViewer, kind: string, id: string, direction = 'BOTH'): Promise<Lineage> =>
  (await company.ask<{ lineage: Lineage }>(viewer, LINEAGE, { of: { kind, id }, direction })).lineage;
const kinds = ({ nodes }: Lineage): Set<string> => new Set(nodes.map(({ kind }) => kind));
const one = ({ nodes }: Lineage, kind: string, label: string): Node => {
  const found = nodes.find((node) => node.kind === kind && node.label === label);
  if (found === undefined) throw new Error(`no ${kind} ${label} among ${nodes.map(({ key, label: name }) => `${key} ${name}`).join(', ')}`);
  return found;
};

test('a metric leads to the columns it is counted from, a column to the metrics it touches, a value to its row', async () => {
  const viewer = await company.t.newTenant();
  const { id } = await company.unify(viewer, { 'deals.csv': DEALS, 'accounts.csv': ACCOUNTS });
  let up: Lineage = { nodes: [], edges: [], truncated: false };
  await eventually('the metric is known', async () => {
    up = await follow(viewer, 'METRIC', 'win_rate', 'UP');
    return up.nodes.length > 1;
  });
  expect(kinds(up)).toEqual(new Set(['METRIC', 'ATTRIBUTE', 'MAPPING', 'FIELD', 'OBJECT', 'CONNECTION']));
  expect(up.nodes.find(({ kind }) => kind === 'CONNECTION')?.id).toBe(id);
  const stage = one(up, 'FIELD', 'deal_stage');
  expect(one(up, 'MAPPING', 'deal_stage → Stage')).toMatchObject({ mapping: { column: 'deal_stage', attribute: 'stage' } });
  expect(up.nodes.some(({ label }) => label === 'sector')).toBe(false);

  const impact = await follow(viewer, 'FIELD', stage.id, 'DOWN');
  expect(impact.nodes.some(({ kind, id: name }) => kind === 'METRIC' && name === 'win_rate')).toBe(true);
  expect(impact.nodes.some(({ kind }) => kind === 'CONNECTION')).toBe(false);
  for (const { from, to } of impact.edges) {
    const layerOf = (key: string): number => impact.nodes.find((node) => node.key === key)?.layer ?? -1;
    expect(layerOf(from)).toBeLessThan(layerOf(to));
  }

  const { entityType } = await company.ask<{ entityType: { records: { nodes: { id: string; title: string }[] } } }>(
    viewer,
    '{ entityType(name: "Opportunity") { records(first: 1) { nodes { id title } } } }',
  );
  const [record] = entityType.records.nodes;
  const value = await follow(viewer, 'VALUE', `${record?.id}:stage`, 'UP');
  expect(kinds(value)).toEqual(new Set(['VALUE', 'RECORD', 'MAPPING', 'FIELD', 'OBJECT', 'CONNECTION']));
  expect(value.nodes.find(({ kind }) => kind === 'VALUE')).toMatchObject({ record: { id: record?.id } });
  const row = value.nodes.find(({ kind }) => kind === 'RECORD');
  expect(row).toMatchObject({ trace: { steps: expect.arrayContaining([expect.objectContaining({ done: true })]) } });
  const made = await follow(viewer, 'RECORD', row?.id ?? '', 'DOWN');
  expect(made.nodes.some(({ kind, label }) => kind === 'VALUE' && label === 'Stage')).toBe(true);
});

test('what there is not leads nowhere, and what is of others is not there', async () => {
  const [one, other] = [await company.t.newTenant(), await company.t.newTenant()];
  const { id } = await company.unify(one, { 'accounts.csv': ACCOUNTS });
  const nothing = { nodes: [], edges: [], truncated: false };
  expect(await follow(other, 'CONNECTION', id)).toEqual(nothing);
  for (const kind of ['CONNECTION', 'OBJECT', 'FIELD', 'MAPPING', 'ATTRIBUTE', 'RECORD', 'VALUE', 'METRIC'])
    expect(await follow(one, kind, 'nothing:at all')).toEqual(nothing);
});
