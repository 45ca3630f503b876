import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

export const planeActions = defineActions({
  'planes.read': {
    description: 'reading fabric planes and the policy about them',
    audience: MEMBERS,
    covers: [
      'Query.fabricPlanes',
      'Query.fabricPlane',
      'Query.fabricPlaneCatalogue',
      'Query.planePolicy',
      'FabricPlane',
      'FabricPlaneConnection',
      'FabricPlaneEdge',
      'FabricPlaneSetting',
      'FabricPlaneDescription',
      'FabricPlaneField',
      'FabricPlaneJob',
      'PlanePolicy',
    ],
  },
  'planes.use': {
    description: 'choosing the fabric plane of a connection, or testing one',
    audience: OPERATORS,
    covers: ['Mutation.setConnectionPlane', 'ConnectionPlaneSet', 'Mutation.testFabricPlane'],
  },
  'planes.write': {
    description: 'making and changing fabric planes and the policy about them',
    audience: ['OWNER', 'ADMIN'],
    covers: [
      'Mutation.createFabricPlane',
      'Mutation.updateFabricPlane',
      'Mutation.removeFabricPlane',
      'Mutation.setPlanePolicy',
      'FabricPlaneSaved',
    ],
  },
});
