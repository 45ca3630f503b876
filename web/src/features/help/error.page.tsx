import { SearchX } from 'lucide-react';
import { useParams } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { BackLink } from './back-link.tsx';
import { Text } from './article.tsx';
import { loadErrors } from './errors.ts';
import type { CatalogueError } from './errors.ts';
import { useLoaded } from './use-loaded.ts';

function Meaning({ error }: { error: CatalogueError }) {
  const parts = [
    ['What it means', error.says],
    ['What to do', <Text key="todo" text={error.todo} />],
    ['Does trying again help', error.retry ? 'Yes, a little later.' : 'No, not before something has changed.'],
    ['Where it comes from', <span key="area" className="inline-block first-letter:uppercase">{error.area}</span>],
    ...(error.status === '' ? [] : [['HTTP status', error.status]]),
  ] as const; // prettier-ignore
  return (
    <Panel>
      <dl className="grid gap-5" data-error={error.code}>
        {parts.map(([name, value]) => (
          <div key={name} className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[200px_minmax(0,1fr)]">
            <dt className="text-muted">{name}</dt>
            <dd className="max-w-[72ch]">{value}</dd>
          </div>
        ))}
      </dl>
      {error.says.includes('‹') ? <p className="mt-5 text-sm text-muted">‹…› stands for a value of the moment.</p> : null}
    </Panel>
  );
}

/** What one error means, and what to do about it. */
export default function ErrorPage() {
  const { code = '' } = useParams();
  const errors = useLoaded('errors', loadErrors);
  const error = errors?.find((each) => each.code === code) ?? null;
  return (
    <>
      <BackLink to="/help/errors">Error catalogue</BackLink>
      <Page title={code}>
        {errors === null ? <Loading label="Loading the catalogue" /> : null}
        {error ? <Meaning error={error} /> : null}
        {errors !== null && error === null ? (
          <Empty
            icon={SearchX}
            title="This code is not in the catalogue"
            actions={<ButtonLink to="/help/errors">See every error</ButtonLink>}
          >
            It may come from a source or from a partner’s subgraph; the message beside it says more.
          </Empty>
        ) : null}
      </Page>
    </>
  );
}
