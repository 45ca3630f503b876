import { RecordConsentDocument } from '../../gql/graphql.ts';
import type { LegalBasis } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field, TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';
import { LEGAL_BASES, optionsOf } from './words.ts';

const FIELDS = ['subject', 'purpose', 'legalBasis', 'source', 'evidence'] as const;

/** Something a person agreed to: who, what for, where, and what proves it. */
export function ConsentForm({ onClose }: { onClose: (recorded: boolean) => void }) {
  const run = useRun();
  const { form, busy, problem, beside, send, submitting } = useForm(FIELDS);
  const submit = async (data: FormData) => {
    const text = (name: (typeof FIELDS)[number]) => formText(data, name).trim();
    const legalBasis = optionsOf(LEGAL_BASES).find(({ value }) => value === text('legalBasis'))?.value ?? ('CONSENT' satisfies LegalBasis);
    const input = { subject: text('subject'), purpose: text('purpose'), legalBasis, source: text('source'), evidence: text('evidence') };
    const done = await send(run(RecordConsentDocument, { input }), (given) => given.recordConsent);
    if (!done) return;
    notify('success', 'The consent is on record.');
    onClose(true);
  };
  return (
    <Panel title="A consent">
      <form ref={form} className="grid gap-4" autoComplete="off" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Who"
            name="subject"
            required
            autoFocus
            placeholder="ada@example.com"
            hint="An address, a phone number or a key. It is kept as a hash that only fits this person."
            spellCheck={false}
            problem={beside.subject}
          />
          <Field label="What for" name="purpose" required maxLength={200} placeholder="Newsletter" problem={beside.purpose} />
          <Choice label="Legal basis" name="legalBasis" options={optionsOf(LEGAL_BASES)} problem={beside.legalBasis} />
          <Field label="Where it was given" name="source" required placeholder="Sign-up form" problem={beside.source} />
        </div>
        <TextArea
          label="What proves it"
          name="evidence"
          required
          rows={2}
          maxLength={2_000}
          hint="The wording, a ticket, a file. Personal data in it is replaced."
          problem={beside.evidence}
        />
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            Record it
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
