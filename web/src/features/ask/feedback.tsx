import { BadgeCheck, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useMay } from '../../app/use-may.ts';
import { RateAnswerDocument, RemoveVerifiedAnswerDocument, VerifyAnswerDocument } from '../../gql/graphql.ts';
import type { AnswerFieldsFragment, AnswerRating } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';

type Verified = AnswerFieldsFragment['verified'];

/** Who stands for an answer, and since when. */
function Standing({ verified }: { verified: NonNullable<Verified> }) {
  return (
    <p className="flex items-start gap-2 text-sm" data-verified={verified.id}>
      <BadgeCheck aria-hidden size={16} className="mt-0.5 shrink-0 text-high" />
      <span>
        Verified by {verified.verifiedBy.displayName}, {formatMoment(verified.verifiedAt)}
        {verified.note ? ` – ${verified.note}` : ''}
        {verified.stale ? <span className="text-muted"> · it means something else by now: look at it again</span> : null}
      </span>
    </p>
  );
}

/** Says whether an answer is what was meant, and lets those who may stand for it. What is said changes how later questions are read. */
export function Feedback({ answer, onChanged, children }: { answer: AnswerFieldsFragment; onChanged: () => void; children?: ReactNode }) {
  const id = useId();
  const run = useRun();
  const mayRate = useMay('answers.rate');
  const mayVerify = useMay('answers.verify');
  const [rated, setRated] = useState<AnswerRating | null>(null);
  const [correction, setCorrection] = useState('');
  const { verified } = answer;
  const told = (outcome: { message: string; todo: string } | null, done: string, more: string) =>
    outcome ? notify('error', outcome.message, outcome.todo) : notify('success', done, more);
  const rate = async (rating: AnswerRating, instead: string | null) => {
    const outcome = await run(RateAnswerDocument, { id: answer.id, rating, correction: instead });
    const result = outcome.ok ? outcome.data.rateAnswer : null;
    const problem = !outcome.ok ? outcome.problem : result?.__typename === 'InputRefused' ? problemOfRefusal(result.problems) : null;
    if (!problem) setRated(rating);
    if (problem || rating === 'GOOD' || instead !== null)
      told(problem, 'Thank you', 'Later questions like this one are read with it in mind.');
    if (!problem && instead !== null) setCorrection('');
  };
  const verify = async () => {
    const outcome = await run(VerifyAnswerDocument, { id: answer.id, note: null });
    const result = outcome.ok ? outcome.data.verifyAnswer : null;
    const problem = !outcome.ok ? outcome.problem : result?.__typename === 'InputRefused' ? problemOfRefusal(result.problems) : null;
    told(problem, 'You stand for this answer', 'Whoever asks this is told so.');
    onChanged();
  };
  const withdraw = async (verifiedId: string) => {
    const outcome = await run(RemoveVerifiedAnswerDocument, { id: verifiedId });
    const result = outcome.ok ? outcome.data.removeVerifiedAnswer : null;
    const problem = !outcome.ok ? outcome.problem : result?.__typename === 'InputRefused' ? problemOfRefusal(result.problems) : null;
    told(problem, 'Taken back', 'Nobody stands for this answer any more.');
    onChanged();
  };
  return (
    <section className="grid gap-2.5" aria-label="Your opinion of the answer" data-feedback={rated ?? ''}>
      {verified ? <Standing verified={verified} /> : null}
      <div className="flex flex-wrap items-center gap-1">
        {mayRate ? (
          <>
            <IconButton
              label="This is what I meant"
              aria-pressed={rated === 'GOOD'}
              data-rate="GOOD"
              onClick={() => void rate('GOOD', null)}
            >
              <ThumbsUp aria-hidden size={16} className={rated === 'GOOD' ? 'text-accent' : ''} />
            </IconButton>
            <IconButton
              label="This is not what I meant"
              aria-pressed={rated === 'BAD'}
              data-rate="BAD"
              onClick={() => void rate('BAD', null)}
            >
              <ThumbsDown aria-hidden size={16} className={rated === 'BAD' ? 'text-accent' : ''} />
            </IconButton>
          </>
        ) : null}
        {mayVerify ? (
          <Button look="quiet" className="text-sm" onClick={() => void (verified ? withdraw(verified.id) : verify())} data-verify>
            <BadgeCheck aria-hidden size={15} /> {verified ? 'No longer verified' : 'Save as verified'}
          </Button>
        ) : null}
        {children}
      </div>
      {rated === 'BAD' ? (
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (correction.trim()) void rate('BAD', correction.trim());
          }}
        >
          <label htmlFor={id} className="sr-only">
            What you meant
          </label>
          <input
            id={id}
            className={CONTROL}
            placeholder="What you meant, as a question"
            maxLength={500}
            value={correction}
            onChange={(event) => setCorrection(event.target.value)}
          />
          <Button type="submit">Send</Button>
        </form>
      ) : null}
    </section>
  );
}
