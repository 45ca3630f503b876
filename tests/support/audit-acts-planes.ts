import type { Run } from './audit-acts.ts';

/** What is done with fabric planes besides what the story has done already. */
export async function planeActs(run: Run): Promise<void> {
  const { fabricPlanes } = (await run('{ fabricPlanes { nodes { id kind } } }')) as never as {
    fabricPlanes: { nodes: { id: string; kind: string }[] };
  };
  // No connection goes through this one.
  const id = fabricPlanes.nodes.find(({ kind }) => kind === 'KONG')?.id;
  await run('mutation ($input: UpdateFabricPlaneInput!) { updateFabricPlane(input: $input) { __typename } }', {
    input: { id, name: 'a gateway' },
  });
  await run('mutation ($id: ID!) { removeFabricPlane(id: $id) }', { id });
}
