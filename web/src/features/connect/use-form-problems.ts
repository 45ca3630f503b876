import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';

/** What is wrong with a form's input, as the server says it. */
export interface Refusal {
  code: string;
  field: string | null;
  message: string;
  todo: string;
}

interface FormProblems<Name extends string> {
  form: RefObject<HTMLFormElement | null>;
  /** What is about the whole form; null when nothing is. */
  problem: Problem | null;
  /** What to say beside each field. */
  beside: Partial<Record<Name, string>>;
  clear: () => void;
  fail: (problem: Problem) => void;
  /** Says each problem beside its field and goes to the first of them; what belongs to none is said of the whole form. */
  refuse: (problems: readonly Refusal[]) => void;
}

/** The problems of a form where they belong; `fieldOf` names the field that one is about, null when there is none. */
export function useFormProblems<Name extends string>(fieldOf: (problem: Refusal) => Name | null): FormProblems<Name> {
  const form = useRef<HTMLFormElement>(null);
  const [problem, fail] = useState<Problem | null>(null);
  const [beside, setBeside] = useState<Partial<Record<Name, string>>>({});
  return {
    form,
    problem,
    beside,
    clear() {
      fail(null);
      setBeside({});
    },
    fail,
    refuse(problems) {
      const placed = problems.map((each) => ({ ...each, at: fieldOf(each) }));
      const said: Partial<Record<Name, string>> = {};
      for (const { at, message, todo } of placed) if (at !== null) said[at] = [said[at], message, todo].filter(Boolean).join(' ');
      setBeside(said);
      const rest = placed.filter(({ at }) => at === null);
      if (rest.length > 0) fail(problemOfRefusal(rest));
      const first = placed.find(({ at }) => at !== null)?.at;
      if (first != null) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    },
  };
}
