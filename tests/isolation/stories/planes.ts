import type { Story } from './story.ts';

const SAVED = '{ ... on FabricPlaneSaved { plane { id } } }';
const OF_ANOTHER = 'what another product answers at the moment it is asked; tried in connectors/planes/jobs/jobs.test.ts';
const CHANGES = 'changes whenever the plane is looked at';

/** Fabric planes: one that answers, though not as it should, and one that is away. */
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
    'Connection.plane': 'of sources elsewhere, and none is here; tried in planes/planes.test.ts',
    'FabricPlane.connections': 'as Connection.plane',
    'PlanePolicy.refusedConnections': 'as Connection.plane; tried in planes/plane-policy.test.ts',
    'FabricPlane.jobs': OF_ANOTHER,
    FabricPlaneJob: OF_ANOTHER,
  },
  notDone: { 'Mutation.createFabricPlane': 'the story itself makes two; tried in planes/planes.test.ts' },
  restless: {
    'FabricPlane.status': CHANGES,
    'FabricPlane.statusReason': CHANGES,
    'FabricPlane.latencyMs': CHANGES,
    'FabricPlane.checkedAt': CHANGES,
  },
};
