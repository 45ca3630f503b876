import { useState } from 'react';
import type { FormEvent, RefObject } from 'react';
import type { Problem } from '../../graph/problem.ts';
import type { Outcome } from '../../graph/use-graph.ts';
import { useFormProblems } from '../connect/use-form-problems.ts';
import type { Refusal } from '../connect/use-form-problems.ts';

/** What a mutation gives: what was asked for, or what is wrong with the input. */
type Given<Good> = Good | { __typename: 'InputRefused'; problems: readonly Refusal[] };
type Done<Result> = Exclude<Result, { __typename: 'InputRefused' }>;

export interface Form<Name extends string> {
  form: RefObject<HTMLFormElement | null>;
  busy: boolean;
  problem: Problem | null;
  beside: Partial<Record<Name, string>>;
  clear: () => void;
  fail: (problem: Problem) => void;
  refuse: (problems: readonly Refusal[]) => void;
  /** Runs one mutation for the form. Resolves with what it gave; null when it failed or was refused, which the form then says. */
  send: <Data, Result extends Given<{ __typename: string }>>(
    outcome: Promise<Outcome<Data>>,
    pick: (data: Data) => Result,
  ) => Promise<Done<Result> | null>;
  /** For `onSubmit`: hands over what was typed, once at a time. */
  submitting: (work: (form: FormData) => unknown) => (event: FormEvent<HTMLFormElement>) => void;
}

/**
 * A form with fields of these names: what is wrong is said at the field that the last part of a problem's path names.
 * @param take gets each problem first; what it takes (true) is not said
 */
export function useForm<Name extends string>(
  names: readonly Name[],
  take: (problem: { code: string; message: string }) => boolean = () => false,
): Form<Name> {
  const [busy, setBusy] = useState(false);
  const problems = useFormProblems<Name>(({ field }) => {
    const last = field?.split('.').at(-1);
    return names.find((name) => name === last) ?? null;
  });
  return {
    form: problems.form,
    busy,
    problem: problems.problem,
    beside: problems.beside,
    clear: problems.clear,
    fail: problems.fail,
    refuse: problems.refuse,
    async send(outcome, pick) {
      setBusy(true);
      problems.clear();
      const ended = await outcome;
      setBusy(false);
      if (!ended.ok) {
        if (!take(ended.problem)) problems.fail(ended.problem);
        return null;
      }
      const result = pick(ended.data);
      if (result.__typename !== 'InputRefused') return result as Done<typeof result>;
      const { problems: refused } = result as { problems: readonly Refusal[] };
      problems.refuse(refused.filter((each) => !take(each)));
      return null;
    },
    submitting: (work) => (event) => {
      event.preventDefault();
      if (!busy) work(new FormData(event.currentTarget));
    },
  };
}
