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
  await run('mutation ($input: PlanePolicyInput!) { setPlanePolicy(input: $input) { directAllowed } }', {
    input: { allowedKinds: ['KONG', 'AIRBYTE'], directAllowed: true },
  });
  const mover = await run(
    'mutation ($input: CreateFabricPlaneInput!) { createFabricPlane(input: $input) { ... on FabricPlaneSaved { plane { id } } } }',
    {
      input: {
        kind: 'AIRBYTE', name: 'a mover', address: 'http://127.0.0.1:9', secret: 'a secret', settings: [{ name: 'clientId', value: 'us' }],
      },
    },
  ); // prettier-ignore
  const { plane } = mover['createFabricPlane'] as never as { plane: { id: string } };
  const { connections } = (await run('{ connections(first: 100) { nodes { id kind } } }')) as never as {
    connections: { nodes: { id: string; kind: string }[] };
  };
  await run('mutation ($id: ID!, $planeId: ID) { setConnectionPlane(id: $id, planeId: $planeId) { __typename } }', {
    id: connections.nodes.find(({ kind }) => kind === 'FILES')?.id,
    planeId: plane.id,
  });
}
