import { Client, fetchExchange, subscriptionExchange } from 'urql';
import { cacheExchange } from '@urql/exchange-graphcache';
import type { Cache, UpdateResolver } from '@urql/exchange-graphcache';
import { documentIdOf } from './document-id.ts';
import { EMBEDDED } from './embedded.ts';
import type { LiveSocket } from './live-socket.ts';
import { listsMovedBy } from './moved-lists.ts';
import { markRead, optimistic } from './optimistic.ts';

const embedded = Object.fromEntries(EMBEDDED.map((name) => [name, () => null]));

/** Makes lists stale that could now hold more or fewer entries, whatever arguments they were asked with. */
function invalidate(cache: Cache, fields: readonly string[]): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query')) if (fields.includes(fieldName)) cache.invalidate('Query', fieldKey);
}

/** What a change makes stale. */
function forget(...fields: string[]): UpdateResolver {
  // What only may come to pass makes nothing stale: the lists are asked for when it has.
  return (_result, _args, cache, { optimistic: ahead }) => (ahead === true ? undefined : invalidate(cache, fields));
}

/** Something happened in the tenant: what it is about came with the event; lists that it changes are asked for again. */
const feedMoved: UpdateResolver<FeedMoved> = ({ tenantFeed }, _args, cache) => {
  if (tenantFeed) invalidate(cache, listsMovedBy(tenantFeed.topic));
};
interface FeedMoved {
  tenantFeed?: { topic: string } | null;
}

/** The client of one session, which `send` speaks for; its events over `live`. A new log-in gets a new client, so no tenant ever sees another's cache. */
export function createGraphClient(send: typeof fetch, live: LiveSocket): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: send,
    exchanges: [
      cacheExchange({
        keys: { ...embedded, Metric: (data) => (typeof data['name'] === 'string' ? data['name'] : null) },
        optimistic,
        updates: {
          Mutation: {
            markNotificationsRead: markRead,
            connectFiles: forget('connections', 'assets', 'assetFacets'),
            removeConnection: forget('connections', 'assets', 'assetFacets', 'entityTypes', 'metrics', 'mappingProposals'),
            acceptMapping: forget('entityTypes', 'metrics', 'mappingProposals', 'sampleQuestions'),
            saveDashboard: forget('dashboards'),
            deleteDashboard: forget('dashboards', 'dashboard'),
            decideApproval: forget('approvals', 'runs'),
            decideApprovals: forget('approvals', 'runs'),
            saveBudget: forget('budgets', 'budget'),
            removeBudget: forget('budgets', 'budget'),
            settleEffect: forget('effects', 'runs'),
            changeTicket: forget('tickets'),
            saveActionPolicy: forget('actionPolicies'),
            removeActionPolicy: forget('actionPolicies'),
            applyPolicyTemplate: forget('actionPolicies'),
            dismissFinding: forget('findings', 'approvals'),
            proposeFinding: forget('findings', 'approvals'),
            saveWorkflow: forget('workflows', 'workflow', 'workflowVersion'),
            publishWorkflow: forget('workflows', 'workflow', 'workflowVersion'),
            retireWorkflow: forget('workflows', 'workflow', 'workflowVersion'),
            startWorkflow: forget('runs', 'workflow'),
            forkRun: forget('runs', 'workflow'),
            saveSchedule: forget('schedules', 'schedule'),
            removeSchedule: forget('schedules', 'schedule'),
            runScheduleNow: forget('schedules', 'runs'),
            runFarm: forget('farmRuns'),
            saveToolHost: forget('toolHosts'),
            removeToolHost: forget('toolHosts'),
            saveMcpServer: forget('mcpServers', 'tools'),
            askMcpServer: forget('tools'),
            removeMcpServer: forget('mcpServers', 'tools'),
            setAutonomyMode: forget('governance'),
            setAlwaysConfirm: forget('governance'),
            createAgent: forget('agents'),
            removeAgent: forget('agents', 'agent'),
            connectSource: forget('connections', 'assets', 'assetFacets'),
            createFabricPlane: forget('fabricPlanes'),
            removeFabricPlane: forget('fabricPlanes'),
            setPlanePolicy: forget('planePolicy'),
            syncConnection: forget('runs'),
            backfillConnection: forget('runs', 'connection'),
            pauseSync: forget('connection', 'runs'),
            resumeSync: forget('connection', 'runs'),
            cancelSync: forget('connection', 'runs'),
            acceptRepair: forget('drifts', 'drift', 'repairs', 'repair', 'approvals', 'quarantine', 'quarantineCounts'),
            rejectRepair: forget('repairs', 'repair', 'approvals'),
            rollBackRepair: forget('drifts', 'drift', 'repairs', 'repair'),
            dismissDrift: forget('drifts', 'drift', 'repairs'),
            observeConnection: forget('drifts', 'repairs', 'mesh'),
            setRepairPolicy: forget('repairPolicy'),
            replayQuarantine: forget('quarantine', 'quarantineCounts'),
            discardQuarantined: forget('quarantine', 'quarantineCounts', 'sourceObject', 'connection'),
            requeueJobs: forget('failedJobs', 'runs'),
            discardJob: forget('failedJobs'),
            decidePair: forget('record', 'entityType', 'approvals'),
            mergeRecords: forget('record', 'entityType', 'resolutionPairs', 'resolutionHistory'),
            splitRecord: forget('record', 'entityType', 'resolutionPairs', 'resolutionHistory'),
            neverMerge: forget('record', 'resolutionPairs', 'resolutionHistory'),
            undoResolution: forget('record', 'entityType', 'resolutionPairs', 'resolutionHistory'),
            publishOntology: forget('entityTypes', 'entityType', 'ontologyVersions', 'ontologyDraft', 'metrics', 'lineage'),
            rollBackOntology: forget('entityTypes', 'entityType', 'ontologyVersions', 'ontologyDraft', 'metrics', 'lineage'),
            saveEntityView: forget('entityViews', 'entityView'),
            removeEntityView: forget('entityViews', 'entityView'),
            startMappingJob: forget('mappingJobs'),
            saveDataTest: forget('dataTests', 'entityTypes'),
            removeDataTest: forget('dataTests', 'entityTypes'),
            overrideValue: forget('record', 'lineage'),
            clearOverride: forget('record', 'lineage'),
            setConnectionPlane: forget('planePolicy', 'fabricPlanes'),
            assignOwner: forget('assets', 'assetFacets'),
            addTelemetryFeed: forget('telemetryFeeds'),
            changeTelemetryFeed: forget('telemetryFeeds'),
            removeTelemetryFeed: forget('telemetryFeeds'),
            startScan: forget('scans', 'runs', 'telemetryFeeds'),
            cancelScan: forget('scans', 'runs'),
            saveDiscoveryPolicy: forget('discoveryPolicy', 'discoveryPolicyVersions'),
            assignFinding: forget('assetFindings'),
            acceptFinding: forget('assetFindings', 'assets', 'asset'),
            resolveFinding: forget('assetFindings', 'assets', 'asset'),
            reopenFinding: forget('assetFindings', 'assets', 'asset'),
          },
          Subscription: { tenantFeed: feedMoved, approvalChanged: forget('approvals', 'approval') },
        },
      }),
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: live.subscribe(
              { query: request.query ?? '', variables: request.variables ?? {}, documentId: documentIdOf(request.operationName) },
              sink,
            ),
          }),
        }),
      }),
      fetchExchange,
    ],
  });
}
