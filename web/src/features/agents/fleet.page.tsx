import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { ActFrame } from '../act/act-frame.tsx';
import { Fleet } from './fleet.tsx';

const AgentForm = lazy(async () => ({ default: (await import('../agent/agent-form.tsx')).AgentForm }));

/** The agents that work here, one by one. A new one is made at ?edit=new. */
export default function FleetPage() {
  const [{ edit }, set] = useSearchState(['edit']);
  const navigate = useNavigate();
  const may = useMay('agents.manage');
  useKeys({ c: () => (may ? set({ edit: 'new' }) : undefined) });
  return (
    <ActFrame
      title="Agents"
      guide="governing-agents"
      intro="Who works here: what each is for, how far it is trusted, how it is doing, and what it did last."
      actions={
        may ? (
          <Button look="primary" aria-keyshortcuts="c" onClick={() => set({ edit: 'new' })} data-new-agent>
            <Plus aria-hidden size={16} /> New agent
          </Button>
        ) : null
      }
    >
      <Fleet />
      {may && edit === 'new' ? (
        <Suspense fallback={null}>
          <AgentForm agent={null} onClose={() => set({ edit: '' })} onSaved={(id) => void navigate(`/agents/fleet/${id}`)} />
        </Suspense>
      ) : null}
    </ActFrame>
  );
}
