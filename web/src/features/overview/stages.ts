import type { OverviewQuery } from '../../gql/graphql.ts';
import { formatCompact, formatCount, plural } from '../../ui/format.ts';

export interface Stage {
  path: string;
  label: string;
  code: string;
  value: string;
  unit: string;
  detail: string;
  /** Something flows through this stage. */
  alive: boolean;
}

export interface NextStep {
  title: string;
  text: string;
  path: string;
  action: string;
}

/** The five stages with this tenant's real counts, in the order data flows. */
export function stagesOf(data: OverviewQuery): readonly Stage[] {
  const objects = data.connections.nodes.reduce((sum, each) => sum + each.objects.totalCount, 0);
  const records = data.entityTypes.nodes.reduce((sum, each) => sum + each.recordCount, 0);
  const metrics = data.metrics.nodes.filter((each) => each.available).length;
  const approvals = data.approvals.totalCount;
  return [
    {
      path: '/assets',
      label: 'Discover',
      code: 'AOD',
      value: formatCount(data.assets.totalCount),
      unit: data.assets.totalCount === 1 ? 'asset' : 'assets',
      detail: 'in the catalogue',
      alive: data.assets.totalCount > 0,
    },
    {
      path: '/connections',
      label: 'Connect',
      code: 'AAM',
      value: formatCount(data.connections.totalCount),
      unit: data.connections.totalCount === 1 ? 'connection' : 'connections',
      detail: plural(objects, 'object'),
      alive: data.connections.totalCount > 0,
    },
    {
      path: '/ontology',
      label: 'Unify',
      code: 'DCL',
      value: records >= 100_000 ? formatCompact(records) : formatCount(records),
      unit: records === 1 ? 'record' : 'records',
      detail: plural(data.entityTypes.totalCount, 'entity type'),
      alive: data.entityTypes.totalCount > 0,
    },
    {
      path: '/ask',
      label: 'Ask',
      code: 'NLQ',
      value: formatCount(metrics),
      unit: metrics === 1 ? 'metric' : 'metrics',
      detail: `available of ${formatCount(data.metrics.totalCount)}`,
      alive: metrics > 0,
    },
    {
      path: '/agents',
      label: 'Act',
      code: 'AOA',
      value: formatCount(approvals),
      unit: approvals === 1 ? 'approval' : 'approvals',
      detail: approvals === 0 ? 'nothing waits for you' : 'waiting for a decision',
      alive: approvals > 0,
    },
  ];
}

/** The one thing to do next; null when everything connected is unified and can be asked about. */
export function nextStepOf(data: OverviewQuery): NextStep | null {
  const { nodes } = data.connections;
  const waiting = nodes.find((each) => each.mappingProposal?.status === 'PROPOSED');
  if (waiting)
    return {
      title: `Review the mapping of ${waiting.name}`,
      text: 'Its tables have been read and matched to the business ontology. Look the proposal over and accept it; then you can ask.',
      path: `/connections/${waiting.id}/mapping`,
      action: 'Review the mapping',
    };
  const failed = nodes.find((each) => each.status === 'FAILED');
  if (failed)
    return {
      title: `${failed.name} could not be read`,
      text: 'See what went wrong and try again. What was read before is still there.',
      path: `/connections/${failed.id}`,
      action: 'See what happened',
    };
  const busy = nodes.find((each) => each.status === 'DISCOVERING' || each.status === 'SYNCING');
  if (busy)
    return {
      title: `${busy.name} is being read`,
      text: 'This takes moments for small files.',
      path: `/connections/${busy.id}`,
      action: 'Watch it',
    };
  return null;
}
