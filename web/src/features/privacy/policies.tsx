import { useState } from 'react';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { PersonalDataPoliciesDocument, PolicyConnectionsDocument, SetPersonalDataPolicyDocument } from '../../gql/graphql.ts';
import type { PersonalDataAction, PersonalDataType, SetPersonalDataPolicyMutation } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { notify } from '../../ui/notify.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { ownAction, scopeKey, scopeOf, scopesOf } from './policy-matrix.ts';
import type { Scope } from './policy-matrix.ts';
import { ACTIONS, TYPES } from './words.ts';

const CONNECTIONS = 200;

type Changed = Extract<SetPersonalDataPolicyMutation['setPersonalDataPolicy'], { __typename: 'PersonalDataPolicyChanged' }>;

/** What happens to each kind of personal data at each place it comes in by. */
export default function Policies() {
  const run = useRun();
  const may = useViewer()?.actions.includes('privacy.configure') ?? false;
  const [result, refresh] = useGraph(PersonalDataPoliciesDocument, {});
  const [sources] = useGraph(PolicyConnectionsDocument, { first: CONNECTIONS });
  const [added, setAdded] = useState<readonly Scope[]>([]);
  const [changed, setChanged] = useState<Changed | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  if (result.state === 'loading') return <Loading label="Loading the policies" />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;

  const policies = changed?.policies ?? result.data.personalDataPolicies;
  const connections = sources.state === 'ready' ? sources.data.connections.nodes : [];
  const scopes = scopesOf(policies, added);
  const set = async (scope: Scope, type: PersonalDataType | null, action: PersonalDataAction | null, undoing = false) => {
    const before = ownAction(policies, scope, type);
    setBusy(`${scopeKey(scope)} ${type ?? ''}`);
    const { source, connectionKind, connectionId } = scope;
    const outcome = await run(SetPersonalDataPolicyDocument, { input: { source, connectionKind, connectionId, type, action } });
    setBusy(null);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const given = outcome.data.setPersonalDataPolicy;
    if (given.__typename === 'InputRefused') {
      const { message, todo } = problemOfRefusal(given.problems);
      return notify('error', message, todo);
    }
    setChanged(given);
    const what = `${type === null ? 'Every other kind' : TYPES[type]}, ${scope.label.toLowerCase()}: ${action === null ? 'no policy of its own' : ACTIONS[action].word.toLowerCase()}`;
    return notify(
      'success',
      undoing ? 'Undone' : what,
      given.effect,
      undoing ? undefined : { label: 'Undo', run: () => void set(scope, type, before, true) },
    );
  };
  const rest = connections.filter(({ id }) => !scopes.some(({ connectionId }) => connectionId === id));
  return (
    <section className="grid gap-4" aria-label="Policies">
      <dl className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
        {Object.values(ACTIONS).map(({ word, hint }) => (
          <div key={word} className="flex gap-2">
            <dt className="w-16 shrink-0 font-medium">{word}</dt>
            <dd className="text-muted">{hint}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-[80ch] text-muted">
        The most specific place decides: a connection before its kind, both before “Everywhere”. Until something else is said, everything
        comes in and the report says so.
      </p>
      {rest.length > 0 ? (
        <label className="flex flex-wrap items-center gap-2 text-sm">
          <span className="font-medium">Add a column</span>
          <select
            value=""
            onChange={({ target: { value } }) => {
              const found = connections.find(({ id }) => id === value);
              if (found) setAdded((now) => [...now, scopeOf(found)]);
            }}
            className="min-h-9 max-w-64 rounded-md border border-control bg-surface px-2 text-base"
          >
            <option value="">Choose a connection</option>
            {rest.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <MatrixTable
        policies={policies}
        scopes={scopes}
        connections={connections}
        busy={busy}
        may={may}
        onSet={(...cell) => void set(...cell)}
      />
      {changed && changed.toSyncAgain.length > 0 ? (
        <p className="max-w-[80ch]" data-sync-again>
          {changed.effect} To have it come in again, sync completely:{' '}
          {changed.toSyncAgain.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <Link to={`/connections/${id}`} className="link">
                {name}
              </Link>
            </span>
          ))}
          .
        </p>
      ) : null}
    </section>
  );
}
