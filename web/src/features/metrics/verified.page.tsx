import { BadgeCheck, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { useMay } from '../../app/use-may.ts';
import { RemoveVerifiedAnswerDocument, VerifiedAnswersDocument } from '../../gql/graphql.ts';
import type { VerifiedAnswersQuery } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink, IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { Listed } from '../settings/listed.tsx';

type Verified = VerifiedAnswersQuery['verifiedAnswers']['nodes'][number];

const PAGE = 50;
/** As long a removal can be undone; only then is it carried out, so that who verified what, and when, is kept. */
const UNDO_MS = 6_000;

/** Answers that somebody stands for: who, since when, and whether they still mean the same. */
export default function VerifiedPage() {
  const run = useRun();
  const may = useMay('answers.verify');
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(VerifiedAnswersDocument, { first });
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, number>());

  const stay = (id: string) => {
    window.clearTimeout(waiting.current.get(id));
    waiting.current.delete(id);
    setGoing((now) => new Set([...now].filter((each) => each !== id)));
  };
  const carryOut = async (id: string) => {
    waiting.current.delete(id);
    const outcome = await run(RemoveVerifiedAnswerDocument, { id });
    const told = outcome.ok ? outcome.data.removeVerifiedAnswer : null;
    const problem = !outcome.ok ? outcome.problem : told?.__typename === 'InputRefused' ? problemOfRefusal(told.problems) : null;
    if (problem) {
      stay(id);
      notify('error', problem.message, problem.todo);
    } else refresh();
  };
  const remove = (verified: Verified) => {
    setGoing((now) => new Set([...now, verified.id]));
    waiting.current.set(
      verified.id,
      window.setTimeout(() => void carryOut(verified.id), UNDO_MS),
    );
    notify('success', 'Nobody stands for this answer any more', verified.question, { label: 'Undo', run: () => stay(verified.id) });
  };
  // Whoever leaves the page meant it.
  const latest = useRef(carryOut);
  useEffect(() => {
    latest.current = carryOut;
  });
  useEffect(() => {
    const pending = waiting.current;
    return () => {
      for (const [id, timer] of pending) {
        window.clearTimeout(timer);
        void latest.current(id);
      }
    };
  }, []);

  return (
    <>
      <BackLink to="/business-metrics">Metrics</BackLink>
      <Page
        title="Verified answers"
        intro="Answers that somebody stands for. Whoever asks the same is told so; what has changed since is to be looked at again."
      >
        <Listed
          what="the verified answers"
          result={result}
          refresh={refresh}
          pick={({ verifiedAnswers }) => ({ ...verifiedAnswers, nodes: verifiedAnswers.nodes.filter(({ id }) => !going.has(id)) })}
          onMore={() => setFirst((count) => count + PAGE)}
          empty={
            <Empty icon={BadgeCheck} title="Nobody stands for an answer yet" actions={<ButtonLink to="/ask">Ask something</ButtonLink>}>
              Below an answer, “Save as verified” says that you stand for it. It is then listed here.
            </Empty>
          }
        >
          {(nodes) => (
            <DataTable
              label="Verified answers"
              rows={nodes}
              rowKey={({ id }) => id}
              columns={[
                {
                  name: 'Question',
                  cell: ({ question, note, persona }) => (
                    <span className="grid gap-0.5">
                      <Link dir="auto" to={askPath(question, persona ? { persona } : {})} className="font-medium link">
                        {question}
                      </Link>
                      {note ? <span className="text-sm text-muted">{note}</span> : null}
                    </span>
                  ),
                },
                {
                  name: 'State',
                  cell: ({ stale }) => <Badge tone={stale ? 'warning' : 'good'}>{stale ? 'look at it again' : 'holds'}</Badge>,
                },
                { name: 'Verified by', cell: ({ verifiedBy }) => verifiedBy.displayName },
                { name: 'When', cell: ({ verifiedAt }) => <span className="whitespace-nowrap">{formatMoment(verifiedAt)}</span> },
                ...(may
                  ? [
                      {
                        name: 'Take back',
                        cell: (verified: Verified) => (
                          <IconButton
                            label={`No longer stand for “${verified.question}”`}
                            className="-my-1.5"
                            data-take-back={verified.id}
                            onClick={() => remove(verified)}
                          >
                            <Trash2 aria-hidden size={15} />
                          </IconButton>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Listed>
      </Page>
    </>
  );
}
