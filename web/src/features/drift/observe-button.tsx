import { Radar } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { ObserveConnectionDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';

/** How many sources are looked at by one press; each is asked. */
const MOST_AT_ONCE = 10;

/** Looks now whether the sources are as they were. Nothing is landed by it. */
export function ObserveButton({
  connections,
  onObserved,
}: {
  connections: readonly { id: string; name: string }[];
  onObserved: () => void;
}) {
  const run = useRun();
  const may = useMay('drift.decide');
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    let open = 0;
    for (const { id, name } of connections.slice(0, MOST_AT_ONCE)) {
      const outcome = await run(ObserveConnectionDocument, { id });
      const result = outcome.ok ? outcome.data.observeConnection : null;
      if (result?.__typename === 'ConnectionObserved') open += result.drifts.length;
      else if (result) notify('warning', `${name} could not be looked at`, result.problems[0]?.message);
      else if (!outcome.ok) notify('error', `${name} could not be looked at`, outcome.problem.message);
    }
    setBusy(false);
    notify('success', open === 0 ? 'Nothing is open' : `${plural(open, 'change')} open`);
    onObserved();
  };
  if (!may || connections.length === 0) return null;
  return (
    <Button busy={busy} onClick={() => void look()} data-observe>
      <Radar aria-hidden size={15} /> {busy ? 'Looking…' : 'Look now'}
    </Button>
  );
}
