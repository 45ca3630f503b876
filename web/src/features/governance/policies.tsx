import { ArrowDown, ArrowUp, Pencil, Plus, Scale, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ApplyPolicyTemplateDocument, RemoveActionPolicyDocument, ReorderActionPoliciesDocument } from '../../gql/graphql.ts';
import type { ActionPolicyFieldsFragment, GovernanceQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty, ProblemNote } from '../../ui/states.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { verdictLook } from './looks.ts';
import { policyWords } from './policy-words.ts';

interface PoliciesProps {
  policies: readonly ActionPolicyFieldsFragment[];
  templates: GovernanceQuery['policyTemplates']['nodes'];
  may: boolean;
  onEdit: (id: string) => void;
  refresh: () => void;
}

/** The rules of this company, from the first to the last: the first that fits decides. */
export function Policies({ policies, templates, may, onEdit, refresh }: PoliciesProps) {
  const run = useRun();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [removed, setRemoved] = useState<ActionPolicyFieldsFragment | null>(null);
  const ordered = policies.toSorted((a, b) => a.position - b.position);

  const ended = (result: { __typename: string; problems?: readonly { code: string; message: string; todo: string }[] }): Problem | null => {
    if (result.problems) return problemOfRefusal(result.problems);
    refresh();
    return null;
  };
  const move = async (index: number, by: 1 | -1) => {
    const ids = ordered.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    const outcome = await run(ReorderActionPoliciesDocument, { ids });
    setProblem(outcome.ok ? ended(outcome.data.reorderActionPolicies) : outcome.problem);
  };
  const apply = async (key: string, title: string) => {
    const outcome = await run(ApplyPolicyTemplateDocument, { key });
    const refused = outcome.ok ? ended(outcome.data.applyPolicyTemplate) : outcome.problem;
    setProblem(refused);
    if (!refused) notify('success', `“${title}” is added`);
  };
  const remove = async (policy: ActionPolicyFieldsFragment): Promise<Problem | null> => {
    const outcome = await run(RemoveActionPolicyDocument, { id: policy.id });
    if (!outcome.ok) return outcome.problem;
    return ended(outcome.data.removeActionPolicy);
  };

  return (
    <Panel
      title="Policies"
      aside={
        may ? (
          <Button look="primary" onClick={() => onEdit('new')} data-new-policy>
            <Plus aria-hidden size={16} /> New policy
          </Button>
        ) : null
      }
    >
      <div className="grid gap-4">
        {problem ? <ProblemNote problem={problem} /> : null}
        {ordered.length === 0 ? (
          <Empty icon={Scale} title="No policy of your own">
            The autonomy above and each agent’s maturity decide. A policy says it more closely: which action, by whom, up to which amount.
          </Empty>
        ) : (
          <ol aria-label="Policies" className="divide-y divide-line">
            {ordered.map((policy, index) => (
              <li key={policy.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3" data-policy={policy.id}>
                <span className="w-6 text-muted">{index + 1}</span>
                <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
                  <h3 className="flex flex-wrap items-center gap-2 font-medium">
                    {policy.name}
                    <Badge tone={verdictLook(policy.outcome).tone}>{verdictLook(policy.outcome).word}</Badge>
                    {policy.enabled ? null : <Badge>not in force</Badge>}
                  </h3>
                  <p className="text-sm text-muted">{policyWords(policy)}.</p>
                </div>
                {may ? (
                  <div className="flex">
                    <IconButton label={`Earlier: ${policy.name}`} disabled={index === 0} onClick={() => void move(index, -1)}>
                      <ArrowUp aria-hidden size={15} />
                    </IconButton>
                    <IconButton label={`Later: ${policy.name}`} disabled={index === ordered.length - 1} onClick={() => void move(index, 1)}>
                      <ArrowDown aria-hidden size={15} />
                    </IconButton>
                    <IconButton label={`Change: ${policy.name}`} onClick={() => onEdit(policy.id)}>
                      <Pencil aria-hidden size={15} />
                    </IconButton>
                    <IconButton label={`Remove: ${policy.name}`} onClick={() => setRemoved(policy)}>
                      <Trash2 aria-hidden size={15} />
                    </IconButton>
                  </div>
                ) : null}
              </li>
            ))}
          </ol>
        )}
        {may && templates.length > 0 ? (
          <Disclosure summary="Begin with a set of policies" open={ordered.length === 0} name="policy-templates">
            <ul aria-label="Sets of policies" className="grid gap-3 sm:grid-cols-2">
              {templates.map(({ key, title, description, rules }) => (
                <li key={key} className="grid content-start gap-2 rounded-md border border-line p-3" data-template={key}>
                  <h3 className="font-medium">{title}</h3>
                  <p className="text-sm text-muted">{description}</p>
                  <ul className="grid gap-1 text-sm">
                    {rules.map((rule) => (
                      <li key={rule.name} className="flex flex-wrap items-center gap-2">
                        {rule.name} <Badge tone={verdictLook(rule.outcome).tone}>{verdictLook(rule.outcome).word}</Badge>
                      </li>
                    ))}
                  </ul>
                  <Button className="justify-self-start" onClick={() => void apply(key, title)}>
                    Add these
                  </Button>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
      {removed ? (
        <ConfirmDialog
          title={`Remove the policy “${removed.name}”?`}
          keep="Keep it"
          action="Remove it"
          look="danger"
          onClose={() => setRemoved(null)}
          onConfirm={() => remove(removed)}
        >
          <p>{policyWords(removed)}: what follows decides from now on.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
