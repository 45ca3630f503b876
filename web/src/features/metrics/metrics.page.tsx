import { BadgeCheck, Eye, FlaskConical, Plus, Ruler } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { MetricsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { choicesOf, DOMAINS, METRIC_KINDS, oneOf, ORIGINS, UNITS } from './words.ts';

const PAGE = 60;

/** Every business number with its one definition: found by its words, and by what it is. */
export default function MetricsPage() {
  const may = useMay('metrics.write');
  const [{ find, domain, origin, show }, set] = useSearchState(['find', 'domain', 'origin', 'show']);
  const [first, setFirst] = useState(PAGE);
  const filter = {
    text: find.trim() === '' ? null : find.trim(),
    domain: oneOf(DOMAINS, domain),
    origin: oneOf(ORIGINS, origin),
    available: show === 'all' ? null : show !== 'missing',
  };
  const [result, refresh] = useGraph(MetricsDocument, { filter, first });
  const shown = known(result)?.metrics;
  return (
    <Page
      title="Metrics"
      guide="metrics"
      intro="Business numbers with one definition for everybody, who defines them so, and what each is computed of."
      actions={
        <>
          <ButtonLink to="/business-metrics/watched-metrics">
            <Eye aria-hidden size={15} /> Watched
          </ButtonLink>
          <ButtonLink to="/business-metrics/verified-answers">
            <BadgeCheck aria-hidden size={15} /> Verified answers
          </ButtonLink>
          <ButtonLink to="/business-metrics/what-if">
            <FlaskConical aria-hidden size={15} /> What if?
          </ButtonLink>
          <Button
            disabled={!shown || shown.nodes.length === 0}
            onClick={() =>
              downloadCsv(
                'metrics',
                ['name', 'label', 'description', 'domain', 'kind', 'unit', 'origin', 'source', 'available'],
                (shown?.nodes ?? []).map((each) => [
                  each.name,
                  each.label,
                  each.description,
                  DOMAINS[each.domain],
                  METRIC_KINDS[each.kind],
                  UNITS[each.unit],
                  ORIGINS[each.origin],
                  each.source,
                  each.available,
                ]),
              )
            }
          >
            Save as CSV
          </Button>
          {may ? (
            <ButtonLink look="primary" to="/business-metrics/new-metric" data-new-metric>
              <Plus aria-hidden size={15} /> New metric
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Field
          label="Find"
          type="search"
          name="find"
          value={find}
          onChange={(event) => set({ find: event.target.value })}
          className="w-64"
        />
        <Choice
          label="About"
          value={domain}
          options={[{ value: '', label: 'Everything' }, ...choicesOf(DOMAINS)]}
          onChange={(event) => set({ domain: event.target.value })}
        />
        <Choice
          label="Defined by"
          value={origin}
          options={[{ value: '', label: 'Anybody' }, ...choicesOf(ORIGINS)]}
          onChange={(event) => set({ origin: event.target.value })}
        />
        <Segments
          label="Which metrics"
          value={show === 'all' || show === 'missing' ? show : ''}
          options={[
            { value: '', label: 'Your data has' },
            { value: 'missing', label: 'Something is missing' },
            { value: 'all', label: 'All' },
          ]}
          onChange={(next) => set({ show: next })}
        />
        {shown ? (
          <p className="pb-2 text-sm text-muted" role="status" data-metrics={shown.totalCount}>
            {plural(shown.totalCount, 'metric')}
          </p>
        ) : null}
      </div>
      <Listed
        what="the metrics"
        result={result}
        refresh={refresh}
        pick={({ metrics }) => metrics}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty
            icon={Ruler}
            title="No metric fits"
            actions={<Button onClick={() => set({ find: '', domain: '', origin: '', show: 'all' })}>Show all</Button>}
          >
            {show === ''
              ? 'Your connected data cannot compute one like this yet: look at all of them to see what is missing.'
              : 'Try fewer words.'}
          </Empty>
        }
      >
        {(metrics) => (
          <DataTable
            label="Metrics"
            rows={metrics}
            rowKey={({ name }) => name}
            columns={[
              {
                name: 'Metric',
                cell: ({ name, label, description }) => (
                  <span className="grid max-w-[56ch] min-w-56 gap-0.5">
                    <Link to={`/business-metrics/${name}`} data-metric={name} className="justify-self-start font-medium link">
                      {label}
                    </Link>
                    <span className="text-sm text-muted">{description}</span>
                  </span>
                ),
              },
              { name: 'About', cell: (each) => DOMAINS[each.domain] },
              { name: 'What it is', cell: (each) => `${METRIC_KINDS[each.kind]}, ${UNITS[each.unit]}` },
              {
                name: 'Defined by',
                cell: (each) => (
                  <span className="grid gap-0.5">
                    <span>
                      <Badge tone={each.origin === 'OWN' ? 'accent' : 'neutral'}>{ORIGINS[each.origin]}</Badge>
                    </span>
                    {each.source ? <span className="max-w-[32ch] text-sm text-muted">{each.source}</span> : null}
                  </span>
                ),
              },
              {
                name: 'Your data',
                cell: ({ available, missing }) =>
                  available ? (
                    <Badge tone="good">has it</Badge>
                  ) : (
                    <span className="grid gap-0.5">
                      <span>
                        <Badge tone="warning">something is missing</Badge>
                      </span>
                      <span className="max-w-[32ch] text-sm text-muted">{missing.join('; ')}</span>
                    </span>
                  ),
              },
            ]}
          />
        )}
      </Listed>
    </Page>
  );
}
