import { MEMBERS, OPERATORS, defineActions } from '../kernel/permissions/actions.ts';

export const assetsActions = defineActions({
  'assets.read': {
    description: 'reading the inventory',
    audience: MEMBERS,
    covers: [
      'Query.assets',
      'Query.asset',
      'Asset',
      'AssetConnection',
      'AssetEdge',
      'PageInfo',
      'Finding',
      'Connection',
      'SourceObject',
      'User',
      'Run',
      'AssetReason',
      'AssetEvidence',
      'AssetEvidenceConnection',
      'AssetEvidenceEdge',
      'AssetScores',
      'AssetScore',
      'AssetScoreFactor',
    ],
  },
  'discovery.read': {
    description: 'reading telemetry feeds, scans and the policy that what runs is judged by',
    audience: MEMBERS,
    covers: [
      'Query.telemetryFeeds', 'TelemetryFeed', 'TelemetryFeedConnection', 'TelemetryFeedEdge',
      'Query.scans', 'Query.scan', 'Scan', 'ScanConnection', 'ScanEdge', 'ScanCounts', 'ScanFile', 'ScanListCount', 'ScanProblem',
      'ScanProblemConnection', 'ScanProblemEdge',
      'Query.scanDiff', 'ScanDiff', 'ScanChange', 'ScanChangeConnection', 'ScanChangeEdge', 'FieldChange',
      'AssetVersion', 'AssetVersionConnection', 'AssetVersionEdge',
      'Query.discoveryPolicy', 'Query.discoveryPolicyVersions', 'DiscoveryPolicy', 'DiscoveryPolicyConnection', 'DiscoveryPolicyEdge',
      'Query.previewDiscoveryPolicy', 'DiscoveryPolicyPreview', 'InputProblem', 'InputRefused',
    ], // prettier-ignore
  },
  'discovery.scan': {
    description: 'scanning telemetry',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.startScan', 'Mutation.cancelScan', 'ScanStarted'],
  },
  'discovery.write': {
    description: 'adding and removing telemetry, and changing the policy that what runs is judged by',
    audience: OPERATORS,
    covers: [
      'Mutation.addTelemetryFeed',
      'Mutation.removeTelemetryFeed',
      'TelemetryFeedAdded',
      'Mutation.saveDiscoveryPolicy',
      'DiscoveryPolicySaved',
    ],
  },
  'assets.own': {
    description: 'naming owners of assets',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.assignOwner', 'OwnerAssigned', 'InputProblem', 'InputRefused'],
  },
});
