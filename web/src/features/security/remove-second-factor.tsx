import { RemoveSecondFactorDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useWait } from '../session/use-wait.ts';
import { WaitNote } from '../session/wait-note.tsx';
import { useForm } from '../settings/use-form.ts';

/** Takes the second step away, for whoever has a code. */
export function RemoveSecondFactor({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const run = useRun();
  const { left, take } = useWait();
  const { form, busy, problem, beside, send, submitting } = useForm(['code'], take);
  const submit = async (data: FormData) => {
    const code = formText(data, 'code').replaceAll(/\s/g, '');
    const removed = await send(run(RemoveSecondFactorDocument, { code }), (given) => given.removeSecondFactor);
    if (!removed) return;
    notify('success', 'The second factor is off.', 'Your password alone is enough again.');
    onDone();
  };
  return (
    <form ref={form} className="grid max-w-md gap-4" onSubmit={submitting(submit)}>
      {left > 0 ? <WaitNote left={left} /> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <Field
        label="Code of your authenticator, or a recovery code"
        name="code"
        required
        autoFocus
        autoComplete="one-time-code"
        spellCheck={false}
        problem={beside.code}
      />
      <div className="flex gap-2">
        <Button type="submit" look="danger" busy={busy} disabled={left > 0}>
          Take it away
        </Button>
        <Button onClick={onCancel}>Keep it</Button>
      </div>
    </form>
  );
}
