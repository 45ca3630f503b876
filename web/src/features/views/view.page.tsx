import { SearchX, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { EntityViewDocument, RemoveEntityViewDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { ViewRows } from './view-rows.tsx';
import { OPERATORS } from './words.ts';

/** One view with its rows; what is asked for as a parameter is in the address. */
export default function ViewPage() {
  const { id = '' } = useParams();
  const run = useRun();
  const navigate = useNavigate();
  const may = useMay('views.write');
  const [{ with: given }, set] = useSearchState(['with']);
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(new URLSearchParams(given)));
  const asked = Object.fromEntries(new URLSearchParams(given));
  const [result, refresh] = useGraph(EntityViewDocument, { id });
  const view = known(result)?.entityView ?? null;
  const remove = async () => {
    const outcome = await run(RemoveEntityViewDocument, { id });
    if (outcome.ok) await navigate('/ontology/views');
  };
  return (
    <>
      <BackLink to="/ontology/views">Views</BackLink>
      <Page
        title={view?.name ?? 'View'}
        intro={view?.entityType ? `Of ${view.entityType.label.toLowerCase()}, version ${view.version}.` : undefined}
        actions={
          view && may ? (
            <Button look="danger" onClick={() => void remove()}>
              <Trash2 aria-hidden size={15} /> Remove the view
            </Button>
          ) : undefined
        }
      >
        {result.state === 'loading' && !view ? <Loading label="Loading the view" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && result.problem ? <ProblemNote problem={result.problem} /> : null}
        {result.state === 'ready' && !view ? (
          <Empty icon={SearchX} title="There is no such view">
            It may have been removed.
          </Empty>
        ) : null}
        {view ? (
          <>
            {view.filter.length > 0 ? (
              <p className="flex flex-wrap gap-2 text-sm">
                {view.filter.map((each) => (
                  <Badge key={`${each.path} ${each.operator}`} tone={each.lost ? 'bad' : 'neutral'}>
                    {each.path} {OPERATORS[each.operator]} {each.parameter ? `@${each.parameter}` : each.value}
                  </Badge>
                ))}
              </p>
            ) : null}
            {view.parameters.length > 0 ? (
              <form
                className="flex flex-wrap items-end gap-3"
                onSubmit={(event) => {
                  event.preventDefault();
                  set({ with: new URLSearchParams(typed).toString() });
                }}
              >
                {view.parameters.map((parameter) => (
                  <Field
                    key={parameter.name}
                    label={parameter.name}
                    required={parameter.required}
                    value={typed[parameter.name] ?? ''}
                    onChange={(event) => setTyped((now) => ({ ...now, [parameter.name]: event.target.value }))}
                  />
                ))}
                <Button type="submit" className="min-h-10">
                  Show
                </Button>
              </form>
            ) : null}
            <ViewRows view={view} given={asked} />
          </>
        ) : null}
      </Page>
    </>
  );
}
