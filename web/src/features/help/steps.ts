import { askPath } from '../../app/navigation.ts';
import type { FirstStepsQuery } from '../../gql/graphql.ts';

export interface Step {
  name: 'connect' | 'land' | 'review' | 'ask' | 'keep';
  title: string;
  text: string;
  path: string;
  action: string;
  done: boolean;
}

/** The way from nothing to a dashboard of one's own, with what this workspace shows to be done already. Pure. */
export function stepsOf(data: FirstStepsQuery, asked: boolean, question: string | null): readonly Step[] {
  const { nodes, totalCount } = data.connections;
  const landed = nodes.some(({ latestSync }) => latestSync?.status === 'SUCCEEDED');
  const waiting = nodes.find(({ mappingProposal }) => mappingProposal?.status === 'PROPOSED');
  const first = nodes[0];
  return [
    {
      name: 'connect',
      title: 'Connect your data',
      text: 'Drop a few files, or choose a database or a business system. Tables, types, dates, keys and links are found by themselves.',
      path: '/connections/new',
      action: 'Connect data',
      done: totalCount > 0,
    },
    {
      name: 'land',
      title: 'See it land',
      text: 'A bad row never stops the good ones: it is set aside with its line and the reason.',
      path: first ? `/connections/${first.id}` : '/connections',
      action: 'Watch it',
      done: landed,
    },
    {
      name: 'review',
      title: 'Look the mapping over',
      text: 'Each table is proposed as a business entity, such as an account, a deal or a product. Change what is wrong, accept the rest.',
      path: waiting ? `/connections/${waiting.id}/mapping` : '/ontology/mappings',
      action: 'Review the mapping',
      done: data.entityTypes.totalCount > 0,
    },
    {
      name: 'ask',
      title: 'Ask your first question',
      text: 'The answer comes with how sure it is and why, the sources, the plan and the SQL.',
      path: question === null ? '/ask' : askPath(question),
      action: question === null ? 'Ask a question' : `Ask “${question}”`,
      done: asked,
    },
    {
      name: 'keep',
      title: 'Keep a dashboard',
      text: 'One sentence makes it, another changes it. Move and resize what you like, and keep it for everybody.',
      path: '/dashboards/new',
      action: 'Make a dashboard',
      done: data.dashboards.totalCount > 0,
    },
  ];
}
