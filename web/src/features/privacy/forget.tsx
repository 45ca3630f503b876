import { UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { ErasureRequestsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { ForgetForm } from './forget-form.tsx';
import { SubjectList } from './subject-list.tsx';
import { ERASURE_STATUSES } from './words.ts';

const PAGE = 30;

/** Requests to be forgotten, and the way to make one. */
export default function Forget() {
  const may = useViewer()?.actions.includes('privacy.persons') ?? false;
  const [asking, setAsking] = useState(false);
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(ErasureRequestsDocument, { first });
  const any = (known(result)?.erasureRequests.totalCount ?? 0) > 0;
  const ask = may ? (
    <Button look="primary" onClick={() => setAsking(true)} data-forget>
      Forget a person
    </Button>
  ) : null;
  return (
    <section className="grid gap-4" aria-label="Forget a person">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[72ch] text-muted">
          A person is looked for everywhere first: in what was read from sources, in what was made of it, in questions, approvals, runs and
          the journal. You see what was found, and nothing happens before you confirm it.
        </p>
        {asking || !any ? null : ask}
      </div>
      {asking ? <ForgetForm onClose={() => setAsking(false)} /> : null}
      <Listed
        what="the requests"
        result={result}
        refresh={refresh}
        pick={(data) => data.erasureRequests}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          asking ? null : (
            <Empty icon={UserRoundX} title="Nobody has asked to be forgotten" actions={ask}>
              When somebody does, this page finds what there is about them and proves afterwards that it is gone.
            </Empty>
          )
        }
      >
        {(requests) => (
          <ul className="grid gap-3" aria-label="Requests">
            {requests.map(({ id, status, subject, requestedAt, requestedBy }) => (
              <li
                key={id}
                className="panel relative flex flex-wrap items-center gap-x-4 gap-y-2 p-4 hover:border-control"
                data-erasure={id}
                data-status={status}
              >
                <div className="grid min-w-0 flex-1 basis-64 gap-1.5">
                  <SubjectList subject={subject} />
                  <p className="text-sm text-muted">
                    <Link
                      to={`/settings/privacy/forget/${id}`}
                      className="text-ink underline underline-offset-3 after:absolute after:inset-0"
                    >
                      Asked for on {formatMoment(requestedAt)}
                    </Link>
                    {requestedBy ? ` by ${requestedBy.displayName}` : ''}
                  </p>
                </div>
                <Badge tone={ERASURE_STATUSES[status].tone}>{ERASURE_STATUSES[status].word}</Badge>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
}
