import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { startDashboardsTest, type DashboardsTest, type Json } from '../dashboards/dashboards.testkit.ts';

const HOME = `query ($persona: Persona!) { personaHome(persona: $persona) { persona title cares samples
  questions { question about answerable reason text needs }
  headlines { metric { name } label question period value unit formattedValue goodDirection sparkline
    delta { absolute relative versus previousValue } trend { direction } confidence { tier } }
  alerts { id } dashboards { id title persona } } }`;
const ASK = 'query ($question: String!) { ask(question: $question) { __typename ... on Answer { value } } }';

let d: DashboardsTest;
let seller: UserViewer;
beforeAll(async () => {
  d = await startDashboardsTest();
  seller = await d.company(bicycleSeller());
});
afterAll(() => d[Symbol.asyncDispose]());

const home = async (persona: string, viewer = seller): Promise<Json> => (await d.run(viewer, HOME, { persona })).personaHome;

test.each(['CFO', 'CRO', 'COO', 'CTO'])(
  'the home of a %s tells what can be answered, and what is missing for the rest',
  async (persona) => {
    const { title, questions, samples } = await home(persona);
    expect(title).toMatch(/^Chief/);
    expect(questions.length).toBeGreaterThanOrEqual(4);
    for (const { question, answerable, reason, text, needs } of questions) {
      expect([reason === null, text === null, needs === null], question).toEqual([answerable, answerable, answerable]);
      const { __typename } = (await d.run(seller, ASK, { question })).ask;
      expect(__typename === 'Answer', question).toBe(answerable);
    }
    for (const question of samples) expect((await d.run(seller, ASK, { question })).ask.__typename, question).toBe('Answer');
  },
);

test('headlines are numbers of one’s own metrics, each the answer to its question', async () => {
  const { headlines } = await home('CRO');
  expect(headlines.length).toBeGreaterThanOrEqual(4);
  expect(headlines.length).toBeLessThanOrEqual(6);
  expect(new Set(headlines.map(({ metric }: Json) => metric.name)).size).toBe(headlines.length);
  for (const { question, value } of headlines) expect((await d.run(seller, ASK, { question })).ask.value, question).toBeCloseTo(value, 6);
  expect(headlines.filter(({ sparkline }: Json) => sparkline.length >= 3).length).toBeGreaterThanOrEqual(3);
});

test('dashboards of a persona are theirs', async () => {
  const save = 'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id } } } }';
  const widgets = [{ title: 'Revenue', kind: 'KPI', question: 'revenue', layout: { x: 0, y: 0, w: 3, h: 2 } }];
  await d.run(seller, save, { input: { title: 'Mine', sentence: '', persona: 'CFO', widgets } });
  expect((await home('CFO')).dashboards).toMatchObject([{ title: 'Mine', persona: 'CFO' }]);
  expect((await home('CTO')).dashboards).toEqual([]);
});

test('whose company has nothing is told what to connect', async () => {
  const nobody = await d.t.newTenant();
  const { questions, headlines, samples } = await home('CFO', nobody);
  expect(questions.every(({ answerable, needs }: Json) => !answerable && needs !== null)).toBe(true);
  expect([headlines, samples]).toEqual([[], []]);
});
