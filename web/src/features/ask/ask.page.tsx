import { lazy, Suspense, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { AskDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { readAddress, writeAddress } from './ask-address.ts';
import type { AskAddress } from './ask-address.ts';
import { AskBox } from './ask-box.tsx';
import { AskHome } from './ask-home.tsx';
import { AskWaiting } from './ask-waiting.tsx';
import { AnswerView } from './answer-view.tsx';
import { ClarificationView } from './clarification-view.tsx';
import { DeclinedView } from './declined-view.tsx';
import { parseHistory, readHistory, remember, writeHistory } from './history-store.ts';
import { PersonaSwitch } from './persona-switch.tsx';
import { QuestionList } from './question-list.tsx';
import { ViewSwitch } from './view-switch.tsx';

// A dashboard brings its grid along: only a question about everything needs it.
const DashboardView = lazy(() => import('../dashboards/dashboard-view.tsx'));

/** Written into the address by whoever wants nobody's eyes although their profile names a persona. */
const ANYONE = 'anyone';

/** NLQ: the question lives in the address; the answer is shown as a galaxy, a table or a text. */
export default function AskPage() {
  const [search, setSearch] = useSearchParams();
  const address = readAddress(search);
  const { question, persona, view, after } = address;
  const viewer = useViewer();
  const tenantId = viewer?.tenant.id;
  // Where nothing is asked yet one's own persona comes first; a question in the address means the same to everybody.
  const first = persona ?? (search.get('persona') === ANYONE ? null : (viewer?.user.persona ?? null));
  const [result, refresh] = useGraph(AskDocument, { question, persona, after }, { pause: question === '' });
  const asked = question !== '' && result.state === 'ready' ? result.data.ask : null;
  // While the next answer is looked for, the last one stays in sight, dimmed.
  const former = result.state === 'loading' && result.previous?.ask.__typename === 'Answer' ? result.previous.ask : null;
  const answered = asked !== null;

  useEffect(() => {
    if (tenantId && answered) writeHistory(tenantId, remember(parseHistory(readHistory(tenantId)), question));
  }, [tenantId, answered, question]);

  const go = (change: Partial<AskAddress>) => setSearch(writeAddress({ ...address, ...change }));
  const ask = (next: string) => (next === question && after === null ? refresh() : go({ question: next, after: null }));
  const follow = (from: string) => (next: string) => go({ question: next, after: from });
  const { q: _question, after: _after, ...extra } = writeAddress(address);

  if (question === '') {
    return (
      <Page title="Ask" hideHeading className="min-h-[calc(100dvh-56px)]">
        <AskHome
          persona={first}
          onPersona={(next) => setSearch({ persona: next ?? ANYONE })}
          onAsk={(next) => go({ question: next, persona: first })}
        />
      </Page>
    );
  }

  return (
    <Page title="Ask" hideHeading className="content-start !gap-4">
      <AskBox question={question} busy={result.state === 'loading'} onAsk={ask} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        {asked?.__typename === 'Dashboard' || asked?.__typename === 'Clarification' ? null : (
          <ViewSwitch view={view} onView={(next) => go({ view: next })} />
        )}
        <div className="min-w-0 flex-1 max-lg:order-last max-lg:basis-full">
          {asked?.__typename === 'Answer' ? (
            <QuestionList oneLine label="Follow-up questions" questions={asked.followUps} extra={extra} />
          ) : null}
        </div>
        <div className="max-lg:ml-auto">
          <PersonaSwitch persona={persona} onPersona={(next) => go({ persona: next })} />
        </div>
      </div>
      <div aria-live="polite" className="sr-only">
        {asked ? asked.text : result.state === 'loading' ? 'Looking for the answer' : ''}
      </div>
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'loading' && !former ? <AskWaiting /> : null}
      {former ? (
        <div inert data-state="loading" className="opacity-50 transition-opacity">
          <AnswerView answer={former} view={view} extra={extra} onAsk={ask} onFollow={follow(former.id)} onChanged={refresh} />
        </div>
      ) : null}
      {asked?.__typename === 'Answer' ? (
        <AnswerView key={asked.id} answer={asked} view={view} extra={extra} onAsk={ask} onFollow={follow(asked.id)} onChanged={refresh} />
      ) : null}
      {asked?.__typename === 'Clarification' ? <ClarificationView clarification={asked} extra={extra} /> : null}
      {asked?.__typename === 'Dashboard' ? (
        <Suspense fallback={<AskWaiting />}>
          <DashboardView key={asked.id} dashboard={asked} />
        </Suspense>
      ) : null}
      {asked?.__typename === 'Declined' ? <DeclinedView declined={asked} extra={extra} /> : null}
    </Page>
  );
}
