import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { AnswerFieldsFragment, VerdictAnswer } from '../../gql/graphql.ts';

const ANSWERS: Record<VerdictAnswer, { word: string; icon: typeof CircleCheck }> = {
  YES: { word: 'Yes', icon: CircleCheck },
  NO: { word: 'No', icon: CircleX },
  UNCLEAR: { word: 'The data does not decide it', icon: CircleHelp },
};

/** The short answer to a yes-or-no question, with its reason. Its look is neutral: whether a no is bad is for people to say. */
export function VerdictMark({ verdict }: { verdict: NonNullable<AnswerFieldsFragment['verdict']> }) {
  const { word, icon: Icon } = ANSWERS[verdict.answer];
  return (
    <div className="flex gap-3 rounded-lg bg-accent-soft px-4 py-3" data-verdict={verdict.answer}>
      <Icon aria-hidden size={22} className="mt-0.5 shrink-0 text-accent" />
      <div className="grid gap-0.5">
        <p className="text-lg leading-6 font-semibold">{word}</p>
        <p>{verdict.text}</p>
      </div>
    </div>
  );
}
