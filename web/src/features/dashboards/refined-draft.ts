import type { RefineDashboardQuery } from '../../gql/graphql.ts';
import { draftWidget } from './draft.ts';
import type { Draft } from './draft.ts';

type Refined = Extract<RefineDashboardQuery['refineDashboard'], { __typename: 'RefinedDashboard' }>;

/** The draft that a refinement makes: widgets that were there keep the ids they have on this screen. Pure. */
export function refinedDraft({ dashboard, changes }: Pick<Refined, 'changes'> & { dashboard: { title: string } }): Draft {
  return { title: dashboard.title, widgets: changes.map(({ was, widget }) => ({ ...draftWidget(widget), id: was ?? widget.id })) };
}
