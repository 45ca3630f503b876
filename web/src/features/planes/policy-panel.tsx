import { useState } from 'react';
import { Link } from 'react-router';
import { SetPlanePolicyDocument } from '../../gql/graphql.ts';
import type { FabricPlaneKind, PlanesQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';

interface PolicyPanelProps {
  policy: PlanesQuery['planePolicy'];
  catalogue: PlanesQuery['fabricPlaneCatalogue'];
  editable: boolean;
}

/** The company's rules about planes: whether direct calls may be made, and which kinds of planes are allowed. */
export function PolicyPanel({ policy, catalogue, editable }: PolicyPanelProps) {
  const run = useRun();
  const [direct, setDirect] = useState(policy.directAllowed);
  const [kinds, setKinds] = useState<ReadonlySet<FabricPlaneKind>>(new Set(policy.allowedKinds));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const all = catalogue.every(({ kind }) => kinds.has(kind));
  const changed =
    direct !== policy.directAllowed || kinds.size !== policy.allowedKinds.length || policy.allowedKinds.some((kind) => !kinds.has(kind));
  const save = async () => {
    setBusy(true);
    const outcome = await run(SetPlanePolicyDocument, { input: { directAllowed: direct, allowedKinds: all ? null : [...kinds] } });
    setBusy(false);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) notify('success', 'The policy holds from now on');
  };
  const toggle = (kind: FabricPlaneKind) => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    setKinds(next);
  };
  return (
    <Panel
      title="Policy"
      aside={
        <span className="text-sm text-muted">
          {policy.changedAt ? `since ${formatMoment(policy.changedAt)}` : 'never set: everything is allowed'}
        </span>
      }
    >
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        {problem ? <ProblemNote problem={problem} /> : null}
        <Switch
          name="direct"
          label="Direct calls are allowed"
          hint="When off, a connection that goes through no plane is not read. Files on the server are never calls."
          on={direct}
          disabled={!editable}
          onChange={setDirect}
        />
        <fieldset disabled={!editable}>
          <legend className="mb-2 font-medium">Planes that connections may go through</legend>
          <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
            {catalogue.map(({ kind, label }) => (
              <Checkbox key={kind} label={label} checked={kinds.has(kind)} onChange={() => toggle(kind)} />
            ))}
          </div>
        </fieldset>
        {policy.refusedConnections.length > 0 ? (
          <p className="rounded-md bg-low-soft p-3">
            Not read because of the policy:{' '}
            {policy.refusedConnections.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 ? ', ' : ''}
                <Link to={`/connections/${id}/settings`} className="font-medium underline underline-offset-3">
                  {name}
                </Link>
              </span>
            ))}
            . Give each a plane that is allowed, or allow what it uses.
          </p>
        ) : null}
        {editable ? (
          <Button type="submit" look="primary" busy={busy} disabled={!changed} className="justify-self-start">
            Set the policy
          </Button>
        ) : (
          <p className="text-sm text-muted">Owners and administrators set the policy.</p>
        )}
      </form>
    </Panel>
  );
}
