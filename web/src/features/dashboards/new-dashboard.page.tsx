import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { GenerateDashboardDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { readAddress, writeAddress } from '../ask/ask-address.ts';
import { AskBox } from '../ask/ask-box.tsx';
import { PersonaSwitch } from '../ask/persona-switch.tsx';
import { Sentences } from './sentences.tsx';
import { Templates } from './templates.tsx';
import { DashboardWaiting } from './waiting.tsx';

const NOBODY: Record<string, string> = {};

// Only one of these is shown.
const DeclinedView = lazy(async () => ({ default: (await import('../ask/declined-view.tsx')).DeclinedView }));
const DashboardView = lazy(() => import('./dashboard-view.tsx'));
const FromOperation = lazy(() => import('./from-operation.tsx'));

/** Makes a dashboard from the sentence, or of the query, in the address. Nothing is saved until the person keeps it. */
export default function NewDashboardPage() {
  const [search] = useSearchParams();
  const document = search.get('operation');
  if (document === null) return <FromSentence />;
  const [variables, operationName] = [search.get('variables'), search.get('name')];
  return <FromOperation key={`${document} ${variables}`} document={document} variables={variables} operationName={operationName} />;
}

function FromSentence() {
  const [search, setSearch] = useSearchParams();
  const address = readAddress(search);
  const { question: sentence, persona } = address;
  const [made, refresh] = useGraph(GenerateDashboardDocument, { sentence, persona }, { pause: sentence === '' });
  const result = sentence !== '' && made.state === 'ready' ? made.data.generateDashboard : null;
  const choosing = `Choosing what “${sentence}” should show`;
  const make = (next: string) => (next === sentence ? refresh() : setSearch(writeAddress({ ...address, question: next })));
  return (
    <Page
      title="New dashboard"
      hideHeading={sentence !== ''}
      intro="Say in one sentence what you want to see. You get numbers, courses, splits and tables from your own data, and change what you like."
      className="content-start"
    >
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-72 flex-1">
          <AskBox
            name="What the dashboard is about"
            verb="Make"
            placeholder="For example: CFO dashboard"
            question={sentence}
            busy={made.state === 'loading' && sentence !== ''}
            autoFocus={sentence === ''}
            onAsk={make}
          />
        </div>
        <PersonaSwitch persona={persona} onPersona={(next) => setSearch(writeAddress({ ...address, persona: next }))} />
      </div>
      {sentence === '' ? (
        <>
          <Sentences />
          <Templates />
        </>
      ) : null}
      {sentence !== '' && made.state === 'loading' ? <DashboardWaiting label={choosing} /> : null}
      {made.state === 'failed' ? <ProblemNote problem={made.problem} onRetry={refresh} /> : null}
      {result ? (
        <Suspense fallback={<DashboardWaiting label={choosing} />}>
          {result.__typename === 'Dashboard' ? (
            <DashboardView key={result.id} dashboard={result} />
          ) : (
            <DeclinedView declined={result} extra={persona ? { persona } : NOBODY} />
          )}
        </Suspense>
      ) : null}
    </Page>
  );
}
