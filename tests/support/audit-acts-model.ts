import type { Run } from './audit-acts.ts';

/** What is done with the business model besides what the story has done already: it has left a draft and views. */
export async function modelActs(run: Run): Promise<void> {
  await run('mutation { rebaseOntologyDraft(keep: MINE) { __typename } }');
  await run('mutation { discardOntologyDraft }');
  const { entityViews } = (await run('{ entityViews(first: 1) { nodes { id } } }')) as never as {
    entityViews: { nodes: { id: string }[] };
  };
  await run('mutation ($id: ID!) { removeEntityView(id: $id) }', { id: entityViews.nodes[0]?.id });
}
