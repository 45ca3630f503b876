import { MEMBERS, OPERATORS, defineActions } from '../kernel/permissions/actions.ts';
import { syncActions } from './syncs/sync.actions.ts';
import { watchingActions } from './files/watching/watching.actions.ts';

import { inboundActions } from './inbound/inbound.actions.ts';
import { planeActions } from './planes/plane.actions.ts';
import { driftActions } from './drift/drift.actions.ts';
import { meshActions } from './mesh/mesh.actions.ts';

export const connectorsActions = defineActions({
  ...syncActions,
  ...meshActions,
  ...driftActions,
  ...inboundActions,
  ...planeActions,
  ...watchingActions,
  'connections.read': {
    description: 'reading connections',
    audience: MEMBERS,
    covers: [
      'Query.connections', 'Query.connection', 'Query.sourceObject', 'Query.syncRun', 'Query.connectors', 'Connector', 'ConnectorCapabilities', 'FormField', 'FormChoice', 'ConnectionSetting', 'Connection', 'ConnectionConnection', 'ConnectionEdge', 'SourceObject',
      'SourceObjectConnection', 'SourceObjectEdge', 'SourceSchema', 'SourceField', 'SourceKey', 'SourceForeignKey', 'SyncRun', 'SyncRunConnection', 'SyncRunEdge',
      'QuarantinedRecord', 'QuarantinedRecordConnection', 'QuarantinedRecordEdge', 'PageInfo', 'InputProblem', 'InputRefused', 'User', 'Run',
    ], // prettier-ignore
  },
  'connections.write': {
    description: 'connecting, syncing and removing sources',
    audience: OPERATORS,
    covers: [
      'Mutation.createUpload', 'Mutation.connectFiles', 'Mutation.connectPostgres', 'Mutation.connectVendor', 'Mutation.testSource', 'Mutation.connectSource', 'SourceTested', 'Mutation.syncConnection', 'Mutation.removeConnection', 'Mutation.changeConnectionPassword', 'ConnectionPasswordChanged', 'Upload', 'ConnectionStarted', 'SyncStarted',
      'Query.serverFolder', 'ServerFolder', 'ServerEntry',
    ], // prettier-ignore
  },
  'syncs.start': {
    description: 'reading a source now',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.syncConnection', 'SyncStarted'],
  },
});
