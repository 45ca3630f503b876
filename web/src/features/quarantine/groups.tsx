import { Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { DiscardQuarantinedDocument, ReplayQuarantineDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { TypedConfirm } from '../settings/typed-confirm.tsx';
import type { Group } from './groups-of.ts';

/** What waits, by object and reason: to be brought in again, or thrown away. */
export function Groups({ groups, onChanged }: { groups: readonly Group[]; onChanged: () => void }) {
  const run = useRun();
  const may = useMay('drift.decide');
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState('');
  const [discarding, setDiscarding] = useState<Group | null>(null);
  const replay = async (group: Group) => {
    setBusy(group.object.id);
    const outcome = await run(ReplayQuarantineDocument, { objectId: group.object.id });
    setBusy('');
    if (!outcome.ok) return setProblem(outcome.problem);
    const { replayQuarantine: result } = outcome.data;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    setProblem(null);
    notify('success', 'They are brought in again', group.object.name, {
      label: 'Watch it',
      run: () => void navigate(`/runs/${result.run.id}`),
    });
    return onChanged();
  };
  const discard = async (group: Group): Promise<Problem | null> => {
    const outcome = await run(DiscardQuarantinedDocument, { objectId: group.object.id, code: group.code });
    if (!outcome.ok) return outcome.problem;
    const { discardQuarantined: result } = outcome.data;
    if (result.__typename === 'InputRefused') return problemOfRefusal(result.problems);
    notify('success', `${plural(result.records, 'record')} thrown away`);
    onChanged();
    return null;
  };
  return (
    <section className="grid gap-3" aria-labelledby="why">
      <h2 id="why" className="text-md font-semibold">
        Why they wait
      </h2>
      {problem ? <ProblemNote problem={problem} /> : null}
      {groups.length === 0 ? <p className="text-muted">Nothing waits for a reason like this.</p> : null}
      <ul className="grid gap-3 lg:grid-cols-2">
        {groups.map((group) => (
          <li
            key={`${group.object.id} ${group.code} ${group.reason}`}
            className="panel grid content-start gap-2 p-4"
            data-quarantine-group={group.code}
          >
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-lg font-semibold">{formatCount(group.records)}</span>
              <span className="font-mono text-xs text-muted">{group.code}</span>
            </p>
            {group.reason ? <p>{group.reason}</p> : null}
            <p className="text-sm text-muted">
              {group.object.connection.name} ·{' '}
              <Link to={`/connections/${group.object.connection.id}/objects/${group.object.id}`} className="link">
                {group.object.name}
              </Link>
              {group.code === 'DRIFTED' ? (
                <>
                  {' · '}
                  <Link to={`/connections/drift?connection=${group.object.connection.id}&status=OPEN`} className="link">
                    what changed
                  </Link>
                </>
              ) : null}
            </p>
            {may ? (
              <div className="mt-1 flex flex-wrap gap-2">
                <Button busy={busy === group.object.id} onClick={() => void replay(group)} data-replay={group.object.name}>
                  <Play aria-hidden size={14} /> Bring them in
                </Button>
                <Button look="quiet" onClick={() => setDiscarding(group)} data-discard={group.object.name}>
                  <Trash2 aria-hidden size={14} /> Throw away
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {discarding ? (
        <TypedConfirm
          title={`Throw away what waits of ${discarding.object.name}?`}
          word="throw away"
          action="Throw away"
          onClose={() => setDiscarding(null)}
          onConfirm={() => discard(discarding)}
        >
          <p>
            All records of {discarding.object.name} with the code {discarding.code} go for good. Those that are still at the source come
            back with the next complete read.
          </p>
        </TypedConfirm>
      ) : null}
    </section>
  );
}
