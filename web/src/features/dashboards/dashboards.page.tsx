import { Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { DashboardsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { plural } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { DashboardCard } from './dashboard-card.tsx';
import { listed, SORTS } from './list-order.ts';
import { Sentences } from './sentences.tsx';

const PAGE = 60;
const MAX_SHOWN = 480;
const WHOSE = [
  { value: 'company', label: 'The company’s' },
  { value: 'mine', label: 'Mine' },
] as const;

/** Every saved dashboard: to find, to sort, to rename, to duplicate and to delete. */
export default function DashboardsPage() {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(DashboardsDocument, { first, after: null });
  const [{ find, sort, whose }, set] = useSearchState(['find', 'sort', 'whose']);
  const me = useViewer()?.user?.id ?? null;
  const shown = known(result)?.dashboards ?? null;
  const nodes = shown?.nodes ?? [];
  const found = listed(nodes, { search: find, sort, mine: whose === 'mine' ? me : null });
  return (
    <Page
      title="Dashboards"
      guide="dashboards"
      code="NLQ"
      intro="Numbers that belong together, on today’s data. Made from one sentence, changed by hand, kept for everybody in your company."
      actions={
        <ButtonLink look="primary" to="/dashboards/new">
          <Plus aria-hidden size={16} /> New dashboard
        </ButtonLink>
      }
    >
      {result.state === 'loading' && !shown ? <Loading label="Loading the dashboards" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {nodes.length > 0 ? (
        <div role="search" className="flex flex-wrap items-center gap-3">
          <SearchField
            label="Find a dashboard"
            placeholder="Find by name, sentence or widget"
            className="max-w-sm flex-1 basis-60"
            value={find}
            onChange={(event) => set({ find: event.target.value })}
          />
          <Segments
            label="Whose"
            value={whose === 'mine' ? 'mine' : 'company'}
            options={WHOSE}
            onChange={(next) => set({ whose: next === 'mine' ? next : '' })}
          />
          <label className="ml-auto flex items-center gap-2 text-sm whitespace-nowrap text-muted">
            Sort by
            <select
              className={`${CONTROL} w-auto`}
              value={sort || 'saved'}
              onChange={(event) => set({ sort: event.target.value === 'saved' ? '' : event.target.value })}
            >
              {SORTS.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <p role="status" className="sr-only">
            {plural(found.length, 'dashboard')}
          </p>
        </div>
      ) : null}
      {found.length > 0 ? (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3" aria-label="Dashboards">
          {found.map((dashboard) => (
            <DashboardCard key={dashboard.id} dashboard={dashboard} onMoved={refresh} />
          ))}
        </ul>
      ) : null}
      {nodes.length > 0 && found.length === 0 ? (
        <Empty icon={SearchX} title="None is like that" actions={<Button onClick={() => set({ find: '', whose: '' })}>Show all</Button>}>
          {plural(nodes.length, 'dashboard')} {nodes.length === 1 ? 'is' : 'are'} kept, none of them with these words
          {whose === 'mine' ? ' by you' : ''}.
        </Empty>
      ) : null}
      {shown && nodes.length < shown.totalCount && first < MAX_SHOWN ? (
        <Button className="justify-self-center" onClick={() => setFirst((count) => count + PAGE)}>
          Show more of {plural(shown.totalCount, 'dashboard')}
        </Button>
      ) : null}
      {nodes.length > 0 ? (
        <section className="grid gap-3 pt-2" aria-labelledby="starters">
          <h2 id="starters" className="text-md font-semibold">
            Make another from a sentence
          </h2>
          <Sentences />
        </section>
      ) : null}
      {result.state === 'ready' && nodes.length === 0 ? (
        <section className="grid gap-4" data-state="empty">
          <div className="grid gap-1">
            <h2 className="text-md font-semibold">No dashboard is kept yet</h2>
            <p className="text-muted">Start with one of these sentences, or write your own. Nothing is kept until you say so.</p>
          </div>
          <Sentences />
        </section>
      ) : null}
    </Page>
  );
}
