import { lazy, Suspense, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { keptOn, readAddress, writeAddress } from './ask-address.ts';
import type { AskAddress } from './ask-address.ts';
import { AskBox } from './ask-box.tsx';
import { AskHome } from './ask-home.tsx';
import { AskWaiting } from './ask-waiting.tsx';
import { parseHistory, readHistory, remember, writeHistory } from './history-store.ts';
import { PersonaSwitch } from './persona-switch.tsx';
import { QuestionList } from './question-list.tsx';
import { useAsking } from './use-asking.ts';
import { ViewSwitch } from './view-switch.tsx';

// What shows an answer comes while it is asked for; the others when there is one of their kind.
const loadAnswerView = async () => ({ default: (await import('./answer-view.tsx')).AnswerView });
void loadAnswerView().catch(() => undefined);
const AnswerView = lazy(loadAnswerView);
const ClarificationView = lazy(async () => ({ default: (await import('./clarification-view.tsx')).ClarificationView }));
const DeclinedView = lazy(async () => ({ default: (await import('./declined-view.tsx')).DeclinedView }));
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
  const [result, refresh] = useAsking({ question, persona, after });
  const asked = question !== '' && result.state === 'ready' ? result.asked : null;
  // While the next answer is looked for, the last one stays in sight: its planets are on their way to the next one's places.
  const former = result.state !== 'ready' && result.former?.__typename === 'Answer' ? result.former : null;
  const answer = asked?.__typename === 'Answer' ? asked : former;
  const answered = asked !== null;

  useEffect(() => {
    if (tenantId && answered) writeHistory(tenantId, remember(parseHistory(readHistory(tenantId)), question));
  }, [tenantId, answered, question]);

  const to = (next: AskAddress, replace = false) => setSearch(writeAddress(next), { replace, preventScrollReset: true });
  const go = (change: Partial<AskAddress>) => to({ ...address, ...change });
  // Another question starts another journey; what is pinned belongs to the old one.
  const fresh = { via: [], versus: null, galaxy: { ...address.galaxy, pins: [], open: null } };
  const ask = (next: string) => (next === question && after === null ? refresh() : go({ ...fresh, question: next, after: null }));
  const follow = (from: string) => (next: string) => go({ ...fresh, question: next, after: from });
  const extra = keptOn(address);

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
        {asked === null || asked.__typename === 'Answer' ? <ViewSwitch view={view} onView={(next) => go({ view: next })} /> : null}
        <div className="min-w-0 flex-1 max-lg:order-last max-lg:basis-full">
          {answer ? <QuestionList oneLine label="Follow-up questions" questions={answer.followUps} extra={extra} /> : null}
        </div>
        <div className="max-lg:ml-auto">
          <PersonaSwitch persona={persona} onPersona={(next) => go({ persona: next })} />
        </div>
      </div>
      <div aria-live="polite" className="sr-only">
        {asked ? asked.text : result.state === 'loading' ? 'Looking for the answer' : ''}
      </div>
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'loading' && !former ? <AskWaiting stages={result.stages} written={result.written} /> : null}
      {answer ? (
        <div data-state={result.state === 'loading' ? 'loading' : undefined} className="contents">
          <Suspense fallback={<AskWaiting />}>
            <AnswerView
              answer={answer}
              address={address}
              waiting={former !== null}
              onAsk={ask}
              onFollow={follow(answer.id)}
              onChanged={refresh}
              onAddress={to}
            />
          </Suspense>
        </div>
      ) : null}
      <Suspense fallback={<AskWaiting />}>
        {asked?.__typename === 'Clarification' ? <ClarificationView clarification={asked} extra={extra} /> : null}
      </Suspense>
      {asked?.__typename === 'Dashboard' ? (
        <Suspense fallback={<AskWaiting />}>
          <DashboardView key={asked.id} dashboard={asked} />
        </Suspense>
      ) : null}
      <Suspense fallback={<AskWaiting />}>
        {asked?.__typename === 'Declined' ? <DeclinedView declined={asked} extra={extra} /> : null}
      </Suspense>
    </Page>
  );
}
