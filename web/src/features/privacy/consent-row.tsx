import { useState } from 'react';
import type { ConsentFieldsFragment } from '../../gql/graphql.ts';
import { WithdrawConsentDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { formatDay, formatMoment, plural } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';
import { LEGAL_BASES } from './words.ts';

/** What one person agreed to for one purpose, with everything that was recorded about it. */
export function ConsentRow({ consent, may, onChange }: { consent: ConsentFieldsFragment; may: boolean; onChange: () => void }) {
  const run = useRun();
  const [taking, setTaking] = useState(false);
  const { form, busy, problem, beside, send, submitting } = useForm(['source', 'evidence']);
  const { id, subject, purpose, state, legalBasis, grantedAt, withdrawnAt, history } = consent;
  const holds = state === 'GRANTED';
  const withdraw = async (data: FormData) => {
    const [source, evidence] = [formText(data, 'source').trim(), formText(data, 'evidence').trim()];
    const done = await send(run(WithdrawConsentDocument, { id, source, evidence }), (given) => given.withdrawConsent);
    if (!done) return;
    setTaking(false);
    onChange();
  };
  return (
    <li className="panel grid gap-3 p-4" data-consent={state}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium break-words">{purpose}</p>
          <p className="text-sm text-muted">
            {subject} · {LEGAL_BASES[legalBasis]}
            {grantedAt ? ` · given on ${formatDay(grantedAt)}` : ''}
            {withdrawnAt ? ` · taken back on ${formatDay(withdrawnAt)}` : ''}
          </p>
        </div>
        <Badge tone={holds ? 'good' : 'neutral'}>{holds ? 'holds' : 'taken back'}</Badge>
        {may && holds && !taking ? <Button onClick={() => setTaking(true)}>It was taken back</Button> : null}
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {taking ? (
        <form ref={form} className="grid gap-3 sm:grid-cols-2" onSubmit={submitting(withdraw)}>
          <Field label="Where it was taken back" name="source" required autoFocus placeholder="A mail, a call" problem={beside.source} />
          <Field label="What proves it" name="evidence" required placeholder="Ticket 4711" problem={beside.evidence} />
          <div className="flex gap-2">
            <Button type="submit" look="primary" busy={busy}>
              Record it
            </Button>
            <Button look="quiet" onClick={() => setTaking(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : null}
      <Disclosure summary={plural(history.length, 'entry', 'entries')}>
        <ol className="grid gap-2">
          {history.map((entry) => (
            <li key={entry.id} className="text-sm">
              <span className="font-medium">{entry.state === 'GRANTED' ? 'Given' : 'Taken back'}</span> on {formatMoment(entry.at)}:{' '}
              {entry.source}.
              <span className="block break-words text-muted">
                {entry.evidence} · recorded on {formatMoment(entry.recordedAt)}
                {entry.recordedBy ? ` by ${entry.recordedBy.displayName}` : ''}
              </span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </li>
  );
}
