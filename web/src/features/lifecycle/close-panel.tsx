import { useState } from 'react';
import { CloseTenantDocument, TenantExportsDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TypedConfirm } from '../settings/typed-confirm.tsx';

const CONSEQUENCES = [
  'Everybody is logged out at once, and nobody enters any more. API keys stop working.',
  'All data are removed: what was read from sources, what was made of it, dashboards, questions, runs, people.',
  'Stored passwords of connections are removed with them. Your sources themselves are not touched.',
  'You get a receipt. With it, and only with it, the proof that everything is gone can be read.',
];

/** Closes the workspace for good, for whoever types its name. */
export function ClosePanel({ name }: { name: string }) {
  const run = useRun();
  const { hold, leave } = useSession();
  const [asking, setAsking] = useState(false);
  const [withoutExport, setWithoutExport] = useState(false);
  const [reason, setReason] = useState('');
  const [exports] = useGraph(TenantExportsDocument, {}, { policy: 'cache-first' });
  const hasExport = exports.state === 'ready' && exports.data.tenantExports.some(({ status }) => status === 'READY');
  const confirm = async () => {
    // The server ends this session with the others, perhaps before its reply has come.
    const release = hold();
    const outcome = await run(CloseTenantDocument, { confirm: name, reason: reason.trim() || null, withoutExport });
    if (!outcome.ok) {
      release();
      return outcome.problem;
    }
    const given = outcome.data.closeTenant;
    if (given.__typename === 'InputRefused') {
      release();
      return problemOfRefusal(given.problems);
    }
    leave(`/closed#${given.receipt}`);
    return null;
  };
  return (
    <Panel title="Close it for good">
      <div className="grid gap-4">
        <ul className="grid max-w-[72ch] list-disc gap-1 pl-5 text-muted">
          {CONSEQUENCES.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <Button look="danger" className="justify-self-start" onClick={() => setAsking(true)} data-close>
          Close the workspace
        </Button>
      </div>
      {asking ? (
        <TypedConfirm title={`Close ${name}?`} word={name} action="Close for good" onClose={() => setAsking(false)} onConfirm={confirm}>
          <p>This cannot be undone.</p>
          <ul className="grid list-disc gap-1 pl-5">
            {CONSEQUENCES.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          {hasExport ? (
            <p>There is an archive that can still be downloaded; it goes with the workspace, so download it first.</p>
          ) : (
            <Switch
              name="without-export"
              label="Close without an archive"
              hint="No archive was made. Once it is closed there is nothing to make one of."
              on={withoutExport}
              onChange={setWithoutExport}
            />
          )}
          <TextArea
            label="Why (kept with the proof)"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </TypedConfirm>
      ) : null}
    </Panel>
  );
}
