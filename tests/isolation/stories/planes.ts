import type { Story } from './story.ts';

const SAVED = '{ ... on FabricPlaneSaved { plane { id } } }';
const OF_ANOTHER = 'what another product answers at the moment it is asked; tried in connectors/planes/jobs/jobs.test.ts';
const CHANGES = 'changes whenever the plane is looked at';

/** Fabric planes: one that answers, though not as it should, and one that is away, with a connection that the policy does not let through it. */
export const planes: Story = {
  name: 'planes',
  async live({ canary, run, url }) {
    const create = async (input: object): Promise<string> =>
      (
        await run<{ it: { plane: { id: string } } }>(
          `mutation ($input: CreateFabricPlaneInput!) { it: createFabricPlane(input: $input) ${SAVED} }`,
          {
            input,
          },
        )
      ).it.plane.id;
    const routes = { name: 'routes', value: `${canary}.example.com=/${canary}` };
    const gateway = await create({
      kind: 'KONG',
      name: `${canary} gateway`,
      address: `${url}/${canary}`,
      secret: canary,
      settings: [routes],
    });
    const mover = await create({
      kind: 'APIGEE', name: `${canary} mover`, address: `http://127.0.0.1:9/${canary}`, secret: canary, settings: [routes],
    }); // prettier-ignore
    for (const id of [gateway, mover]) await run('mutation ($id: ID!) { testFabricPlane(id: $id) { status } }', { id });
    const { connections } = await run<{ connections: { nodes: { id: string; name: string }[] } }>('{ connections { nodes { id name } } }');
    const broken = connections.nodes.find(({ name }) => name.endsWith('broken'));
    if (broken === undefined) return;
    const set = 'mutation ($id: ID!, $planeId: ID) { setConnectionPlane(id: $id, planeId: $planeId) { __typename } }';
    await run(set, { id: broken.id, planeId: mover });
    await run('mutation ($input: PlanePolicyInput!) { setPlanePolicy(input: $input) { directAllowed } }', {
      input: { allowedKinds: ['KONG', 'CELIGO'], directAllowed: true },
    });
  },
  recipes: (_who, known) => ({
    'Query.fabricPlane.id': known.of('FabricPlane.id'),
    'Mutation.testFabricPlane.id': known.of('FabricPlane.id'),
    'Mutation.removeFabricPlane.id': known.of('FabricPlane.id'),
    'Mutation.setConnectionPlane.id': known.of('Connection.id').slice(0, 2),
    'Mutation.setConnectionPlane.planeId': known.of('FabricPlane.id'),
    'CreateFabricPlaneInput.kind': ['KONG'],
    'CreateFabricPlaneInput.name': ['a plane'],
    'CreateFabricPlaneInput.address': ['http://127.0.0.1:9'],
    'CreateFabricPlaneInput.secret': ['a token'],
    'CreateFabricPlaneInput.settings': [[{ name: 'routes', value: 'example.com=/here' }]],
    'UpdateFabricPlaneInput.id': known.of('FabricPlane.id'),
    'UpdateFabricPlaneInput.name': ['another name'],
    'UpdateFabricPlaneInput.address': [],
    'UpdateFabricPlaneInput.secret': [],
    'UpdateFabricPlaneInput.settings': [],
    'PlanePolicyInput.allowedKinds': [['KONG', 'CELIGO']],
    'PlanePolicyInput.directAllowed': [true],
  }),
  exempt: {
    'FabricPlane.jobs': OF_ANOTHER,
    FabricPlaneJob: OF_ANOTHER,
  },
  restless: {
    'FabricPlane.status': CHANGES,
    'FabricPlane.statusReason': CHANGES,
    'FabricPlane.latencyMs': CHANGES,
    'FabricPlane.checkedAt': CHANGES,
  },
};
