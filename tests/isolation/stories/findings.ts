import { FindingKeeper } from '../../../subgraphs/agents/findings/finding-keeper.ts';
import { pilotIdOf } from '../../../subgraphs/agents/agent/pilots.ts';
import type { Found, Report } from '../../../subgraphs/agents/playbooks/report.ts';
import type { Story } from './story.ts';

const KIND = 'finops.shadow-spend';
const NAMES = ['open', 'proposed', 'doomed', 'wanted', 'done', 'refused'] as const;

/** What a pilot would tell of a vendor. */
function foundOf(canary: string, name: string, value: number): Found {
  return {
    key: `${canary} ${name}`,
    title: `${canary} ${name} is paid without a budget`,
    detail: `${canary} detail`,
    reasons: [`${canary} reason`],
    severity: 'MEDIUM',
    measure: { label: `${canary} measure`, value, unit: 'MONEY_PER_MONTH' },
    evidence: { columns: [{ label: `${canary} column`, unit: null }], rows: [[`${canary} cell`]] },
    links: [{ kind: 'ENTITY', id: `${canary} entity`, label: `${canary} label` }],
    proposal: {
      action: 'TICKET',
      intent: `${canary} intent`,
      benefit: { value, unit: 'MONEY_PER_MONTH' },
      touches: 1,
      reversible: true,
      payload: { title: `${canary} ticket`, text: `${canary} text` },
    },
  };
}

/** What pilots found, proposed, did, and measured again. */
export const findings: Story = {
  name: 'findings',
  async live({ canary, viewer: { tenantId }, system, run, notes }) {
    const { runs } = await run<{ runs: { nodes: { id: string }[] } }>('{ agents { nodes { id } } runs(first: 1) { nodes { id } } }');
    const runId = runs.nodes[0]?.id ?? '';
    const asked: { id: string; finding: string }[] = [];
    const start = (_: unknown, { id, input }: { id: string; input: Readonly<Record<string, unknown>> }): Promise<void> =>
      Promise.resolve(void asked.push({ id, finding: String(input['finding']) }));
    const keeper = new FindingKeeper(system.system, { start });
    const caller = { tenantId, agentId: pilotIdOf(tenantId, 'FINOPS'), path: 'keep' };
    const report = (names: readonly string[], complete: boolean): Report => ({
      analysis: KIND,
      findings: names.map((name) => foundOf(canary, name, name === 'done' ? 900 : 100)),
      further: [],
      complete,
      examined: names.length,
      needs: [],
    });
    // The largest is asked about first: it is accepted, done, and gone when it is looked for again.
    await keeper.keep({ ...caller, runId }, [report(NAMES, false)], 1);
    const done = asked[0];
    if (done === undefined) throw new Error('nobody was asked about a finding');
    await keeper.settle({ ...caller, runId: done.id }, done.finding, 'APPROVED', `${canary} agreed`);
    await keeper.settle({ ...caller, runId: done.id }, done.finding, 'DONE', null);
    await keeper.keep(
      { ...caller, runId },
      [
        report(
          NAMES.filter((name) => name !== 'done'),
          true,
        ),
      ],
      0,
    );
    const { findings: all } = await run<{ findings: { nodes: { id: string; title: string }[] } }>('{ findings { nodes { id title } } }');
    for (const name of NAMES) notes.set(`finding ${name}`, all.nodes.find(({ title }) => title.startsWith(`${canary} ${name} `))?.id ?? '');
    await run('mutation ($id: ID!) { proposeFinding(id: $id) { __typename } }', { id: notes.get('finding proposed') });
    await run('mutation ($id: ID!, $reason: String) { dismissFinding(id: $id, reason: $reason) { __typename } }', {
      id: notes.get('finding refused'),
      reason: `${canary} not wanted`,
    });
  },
  recipes: ({ notes }) => ({
    'Query.finding.id': [notes.get('finding done') ?? ''],
    'Mutation.dismissFinding.id': [notes.get('finding doomed') ?? ''],
    'Mutation.proposeFinding.id': [notes.get('finding wanted') ?? ''],
    'FindingFilter.kinds': [[KIND]],
  }),
};
