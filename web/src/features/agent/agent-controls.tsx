import { GraduationCap, Pencil, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DisableAgentDocument, EnableAgentDocument, RemoveAgentDocument } from '../../gql/graphql.ts';
import type { AgentFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';

interface AgentControlsProps {
  agent: AgentFieldsFragment;
  onEdit: () => void;
  onMaturity: () => void;
}

/** What can be done with an agent: change it, say how mature it is, stop it or let it work, let it go. */
export function AgentControls({ agent, onEdit, onMaturity }: AgentControlsProps) {
  const run = useRun();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'nothing' | 'stop' | 'remove'>('nothing');
  const close = () => setAsking('nothing');
  const turn = async (on: boolean): Promise<Problem | null> => {
    const outcome = on ? await run(EnableAgentDocument, { id: agent.id }) : await run(DisableAgentDocument, { id: agent.id });
    if (!outcome.ok) return outcome.problem;
    const ended = 'enableAgent' in outcome.data ? outcome.data.enableAgent : outcome.data.disableAgent;
    if (ended.__typename === 'InputRefused') return problemOfRefusal(ended.problems);
    notify('success', on ? `${agent.name} works again` : `${agent.name} is stopped`, undefined, {
      label: 'Undo',
      run: () => void turn(!on),
    });
    return null;
  };
  const start = async () => {
    const problem = await turn(true);
    if (problem) notify('error', problem.message, problem.todo);
  };
  const remove = async (): Promise<Problem | null> => {
    const outcome = await run(RemoveAgentDocument, { id: agent.id });
    if (!outcome.ok) return outcome.problem;
    const { removeAgent } = outcome.data;
    if (removeAgent.__typename === 'InputRefused') return problemOfRefusal(removeAgent.problems);
    notify('success', `${agent.name} works here no more`);
    await navigate('/agents/fleet');
    return null;
  };
  return (
    <>
      <Button onClick={onEdit} aria-keyshortcuts="e" data-edit-agent>
        <Pencil aria-hidden size={15} /> Change
      </Button>
      <Button onClick={onMaturity}>
        <GraduationCap aria-hidden size={16} /> Maturity
      </Button>
      {agent.enabled ? (
        <Button look="danger" onClick={() => setAsking('stop')} data-stop-agent>
          <Power aria-hidden size={15} /> Stop
        </Button>
      ) : (
        <Button look="primary" onClick={() => void start()} data-start-agent>
          <Power aria-hidden size={15} /> Let it work
        </Button>
      )}
      {agent.pilot === 'CUSTOM' ? (
        <Button look="danger" onClick={() => setAsking('remove')}>
          <Trash2 aria-hidden size={15} /> Remove
        </Button>
      ) : null}
      {asking === 'stop' ? (
        <ConfirmDialog
          title={`Stop ${agent.name}?`}
          keep="Let it work"
          action="Stop it"
          look="danger"
          onClose={close}
          onConfirm={() => turn(false)}
        >
          <p>It begins nothing more, at once and everywhere, and no action of its runs is done. You can let it work again at any time.</p>
        </ConfirmDialog>
      ) : null}
      {asking === 'remove' ? (
        <ConfirmDialog title={`Remove ${agent.name}?`} keep="Keep it" action="Remove it" look="danger" onClose={close} onConfirm={remove}>
          <p>It works here no more. What it did stays on record.</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
