import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

const SAVE = `mutation ($text: String!) { saveWorkflow(text: $text, note: $text) {
  ... on WorkflowSaved { version { version } } ... on InputRefused { problems { code message field } } } }`;
const PUBLISH = 'mutation ($name: String!, $version: Int!) { publishWorkflow(workflow: $name, version: $version) { __typename } }';
const START = `mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) { ... on RunChanged { run { id } } } }`;
const FORK = 'mutation ($id: ID!, $path: String!) { forkRun(id: $id, path: $path) { ... on RunChanged { run { id } } } }';

const step = (id: string, more: object) => ({ id, title: id, dependsOn: [], onError: 'FAIL', ...more });
const definition = (name: string, canary: string, steps: readonly object[]) =>
  JSON.stringify({ name, title: `${canary} ${name}`, description: canary, input: {}, onFailure: 'COMPENSATE', steps });

/** Workflows of one's own, and runs of them: one that ended well within another that failed and was undone, a fork of that, and one that waits for a person. */
export const workflows: Story = {
  name: 'workflows',
  async live({ canary, run, notes }) {
    const keep = async (name: string, steps: readonly object[], publish = true): Promise<void> => {
      const { saveWorkflow } = await run<{ saveWorkflow: { version: { version: number } } }>(SAVE, {
        text: definition(`${canary}-${name}`, canary, steps),
      });
      if (publish) await run(PUBLISH, { name: `${canary}-${name}`, version: saveWorkflow.version.version });
    };
    const ask = step('ask', { kind: 'APPROVAL', intent: canary, evidence: { canary }, payload: { canary }, onExpiry: 'REJECT' });
    const inner = step('rest', { kind: 'WAIT', forMs: 1 });
    await keep('inner', [inner]);
    await keep('waits', [ask]);
    const undo = { compensate: { tool: `${canary}-unknown`, input: { canary } } };
    const own = step('own', { kind: 'WORKFLOW', workflow: `${canary}-inner`, input: {}, ...undo });
    const fails = step('fails', { kind: 'TOOL', tool: `${canary}-unknown`, input: { canary }, dependsOn: ['own'] });
    await keep('fails', [own, fails]);
    await keep('fails', [own, { ...fails, title: 'again' }], false);
    const { agents } = await run<{ agents: { nodes: { id: string }[] } }>('{ agents(first: 1) { nodes { id } } }');
    const agentId = agents.nodes[0]?.id ?? '';
    const start = async (name: string): Promise<string> => {
      const input = { workflow: `${canary}-${name}`, agentId };
      return (await run<{ startWorkflow: { run: { id: string } } }>(START, { input })).startWorkflow.run.id;
    };
    const until = (id: string, status: string): Promise<void> =>
      eventually(`the run of ${canary} is ${status}`, async () => {
        const found = await run<{ run: { status: string } }>('query ($id: ID!) { run(id: $id) { status } }', { id });
        return found.run.status === status;
      });
    const failed = await start('fails');
    await until(failed, 'FAILED');
    const { run: parent } = await run<{ run: { steps: { childRun: { id: string } | null }[] } }>(
      'query ($id: ID!) { run(id: $id) { steps { childRun { id } } } }',
      { id: failed },
    );
    notes.set('a run that ended well', parent.steps.flatMap(({ childRun }) => childRun?.id ?? [])[0] ?? '');
    const { forkRun } = await run<{ forkRun: { run: { id: string } } }>(FORK, { id: failed, path: 'fails' });
    await until(forkRun.run.id, 'FAILED');
    for (const note of ['waits', 'ends']) {
      const id = await start('waits');
      await until(id, 'WAITING');
      notes.set(`a run that ${note}`, id);
    }
    notes.set('a run that failed', failed);
    notes.set('an agent', agentId);
  },
  recipes: ({ canary, notes }) => ({
    'Query.workflow.name': [`${canary}-fails`],
    'Query.workflowVersion.workflow': [`${canary}-fails`],
    'Query.workflowVersion.version': [1],
    'Query.workflowDifferences.workflow': [`${canary}-fails`],
    'Query.workflowDifferences.before': [1],
    'Query.workflowDifferences.after': [2],
    // It is told back to whoever asks, and kept nowhere.
    'Query.checkWorkflow.text': ['name: [', definition('checked', 'told back', [step('rest', { kind: 'WAIT', forMs: 1 })])],
    'Mutation.saveWorkflow.text': [definition(`${canary}-inner`, canary, [step('other', { kind: 'WAIT', forMs: 1_000 })])],
    'Mutation.publishWorkflow.workflow': [`${canary}-fails`],
    'Mutation.publishWorkflow.version': [2],
    'Mutation.retireWorkflow.workflow': [`${canary}-inner`],
    'Mutation.retireWorkflow.version': [1],
    'StartWorkflowInput.id': [],
    'StartWorkflowInput.workflow': [`${canary}-waits`],
    'StartWorkflowInput.version': [],
    'StartWorkflowInput.agentId': [notes.get('an agent') ?? ''],
    'StartWorkflowInput.input': [{}],
    'Query.runReplay.runId': [notes.get('a run that failed') ?? '', notes.get('a run that ended well') ?? ''],
    'Query.runReplay.version': [],
    'Mutation.forkRun.id': [notes.get('a run that failed') ?? ''],
    'Mutation.forkRun.path': ['fails'],
    'Mutation.forkRun.as': [],
    'Mutation.pauseRun.id': [notes.get('a run that waits') ?? ''],
  }),
};
