import { useCallback } from 'react';
import { AcceptFindingDocument, AssignFindingDocument, ReopenFindingDocument, ResolveFindingDocument } from '../../gql/graphql.ts';
import type { AssignFindingMutation, TriageFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Outcome } from '../../graph/use-graph.ts';
import { useRun } from '../../graph/use-graph.ts';
import { notify } from '../../ui/notify.ts';

/** What can be decided about a finding. */
export type Decision =
  | { kind: 'ASSIGN'; userId: string | null }
  | { kind: 'ACCEPT'; reason: string; until: string | null }
  | { kind: 'RESOLVE'; comment: string | null }
  | { kind: 'REOPEN' };

const DONE: Record<Decision['kind'], string> = {
  ASSIGN: 'Somebody else takes care of it',
  ACCEPT: 'It is accepted',
  RESOLVE: 'It is resolved',
  REOPEN: 'It is open again',
};

/** What takes a decision back; null where nothing does: how it was cannot be had again. Pure. */
export function undoOf(finding: TriageFieldsFragment, decision: Decision): Decision | null {
  if (decision.kind === 'ASSIGN') return { kind: 'ASSIGN', userId: finding.assignee?.id ?? null };
  return finding.status === 'OPEN' ? { kind: 'REOPEN' } : null;
}

/** Decides about findings and says so, with a way back where there is one. Resolves with what stands against it, else null. */
export function useTriage(refresh: () => void): (finding: TriageFieldsFragment, decision: Decision) => Promise<Problem | null> {
  const run = useRun();
  return useCallback(
    async (finding, decision) => {
      const decide = async (decided: Decision): Promise<Problem | null> => {
        const problem = refusalOf(await send(run, finding.id, decided));
        if (problem === null) refresh();
        return problem;
      };
      const problem = await decide(decision);
      if (problem !== null) return problem;
      const back = undoOf(finding, decision);
      const undo = back === null ? undefined : { label: 'Undo', run: () => void decide(back).then(sayRefused) };
      notify('success', DONE[decision.kind], finding.title, undo);
      return null;
    },
    [run, refresh],
  );
}

function sayRefused(problem: Problem | null): void {
  if (problem) notify('error', problem.message, problem.todo);
}

type Triaged = AssignFindingMutation['assignFinding'];

async function send(run: ReturnType<typeof useRun>, id: string, decision: Decision): Promise<Outcome<Triaged>> {
  switch (decision.kind) {
    case 'ASSIGN':
      return picked(await run(AssignFindingDocument, { id, userId: decision.userId }), (data) => data.assignFinding);
    case 'ACCEPT':
      return picked(await run(AcceptFindingDocument, { id, reason: decision.reason, until: decision.until }), (data) => data.acceptFinding);
    case 'RESOLVE':
      return picked(await run(ResolveFindingDocument, { id, comment: decision.comment }), (data) => data.resolveFinding);
    case 'REOPEN':
      return picked(await run(ReopenFindingDocument, { id }), (data) => data.reopenFinding);
  }
}

function picked<Data>(ended: Outcome<Data>, pick: (data: Data) => Triaged): Outcome<Triaged> {
  return ended.ok ? { ok: true, data: pick(ended.data) } : ended;
}

function refusalOf(ended: Outcome<Triaged>): Problem | null {
  if (!ended.ok) return ended.problem;
  return ended.data.__typename === 'InputRefused' ? problemOfRefusal(ended.data.problems) : null;
}
