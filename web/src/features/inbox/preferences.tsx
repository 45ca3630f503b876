import { NotificationPreferencesDocument, SaveNotificationPreferencesDocument } from '../../gql/graphql.ts';
import type { NotificationPreferenceFieldsFragment } from '../../gql/graphql.ts';
import { useState } from 'react';
import { known } from '../../graph/known.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { SEVERITIES } from './words.ts';

type Preference = NotificationPreferenceFieldsFragment;
type Way = 'inbox' | 'email';
const WAYS: readonly { way: Way; label: string }[] = [
  { way: 'inbox', label: 'Inbox' },
  { way: 'email', label: 'Mail' },
];

/** For each kind of thing, whether you hear of it in the inbox and by mail. */
export default function Preferences() {
  const run = useRun();
  const [result, refresh] = useGraph(NotificationPreferencesDocument, {});
  /** What was switched and is on its way. */
  const [wished, setWished] = useState<Readonly<Record<string, Preference>>>({});
  const preferences = known(result)?.notificationPreferences.map((each) => wished[each.kind] ?? each) ?? null;
  const set = async (before: Preference, way: Way, on: boolean) => {
    const { kind } = before;
    const wish = { ...before, [way]: on };
    setWished((all) => ({ ...all, [kind]: wish }));
    const outcome = await run(SaveNotificationPreferencesDocument, { preferences: [{ kind, inbox: wish.inbox, email: wish.email }] });
    const problem = outcome.ok
      ? outcome.data.saveNotificationPreferences.__typename === 'InputRefused'
        ? problemOfRefusal(outcome.data.saveNotificationPreferences.problems)
        : null
      : outcome.problem;
    if (problem) {
      setWished(({ [kind]: _gone, ...others }) => others);
      notify('error', problem.message, problem.todo);
    }
    refresh();
  };
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  if (preferences === null) return <Loading label="Loading your preferences" lines={6} />;
  return (
    <Panel title="What I hear of">
      <div className="scroll-thin overflow-x-auto" tabIndex={0} role="region" aria-label="Preferences">
        <table className="w-full border-collapse text-base">
          <thead className="border-b border-line text-sm text-muted">
            <tr>
              <th scope="col" className="py-2 pr-4 text-left font-medium">
                What
              </th>
              {WAYS.map(({ way, label }) => (
                <th key={way} scope="col" className="px-4 py-2 text-center font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preferences.map((each) => (
              <tr key={each.kind} className="border-b border-line last:border-0">
                <th scope="row" className="py-2.5 pr-4 text-left font-normal">
                  <span className="flex flex-wrap items-center gap-2 font-medium">
                    {each.label}
                    {each.severity === 'INFO' ? null : (
                      <Badge tone={SEVERITIES[each.severity].tone}>{SEVERITIES[each.severity].label}</Badge>
                    )}
                  </span>
                  <span className="text-sm text-muted">{each.description}</span>
                </th>
                {WAYS.map(({ way, label }) => (
                  <td key={way} className="px-4 text-center">
                    <label className="inline-grid size-9 place-items-center">
                      <input
                        type="checkbox"
                        className="size-4 accent-(--accent)"
                        aria-label={`${each.label}: ${label}`}
                        checked={each[way]}
                        onChange={({ target }) => void set(each, way, target.checked)}
                        data-preference={`${each.kind}.${way}`}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
