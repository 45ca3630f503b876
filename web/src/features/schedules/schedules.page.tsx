import { CalendarClock, Plus } from 'lucide-react';
import { lazy, useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { SchedulesDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/states.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { ActFrame } from '../act/act-frame.tsx';
import { Editing } from '../act/editing.tsx';
import { Listed } from '../settings/listed.tsx';
import { ScheduleCard } from './schedule-card.tsx';

const ScheduleForm = lazy(async () => ({ default: (await import('./schedule-form.tsx')).ScheduleForm }));

const PAGE = 50;
const LOOK_MS = 15_000;

/** When workflows begin by themselves. What is being made or changed is in the address (?edit=, ?workflow=, ?agent=). */
export default function SchedulesPage() {
  const [{ edit, workflow, agent }, set] = useSearchState(['edit', 'workflow', 'agent']);
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(SchedulesDocument, { first, agentId: agent === '' ? null : agent });
  const may = useMay('schedules.write');
  useEvery(LOOK_MS, refresh);
  useKeys({ c: () => (may ? set({ edit: 'new' }) : undefined) });
  const edited = known(result)?.schedules.nodes.find(({ id }) => id === edit) ?? null;
  const close = () => set({ edit: '', workflow: '' });
  const make = may ? (
    <Button look="primary" aria-keyshortcuts="c" onClick={() => set({ edit: 'new' })} data-new-schedule>
      <Plus aria-hidden size={16} /> New schedule
    </Button>
  ) : null;
  return (
    <ActFrame
      title="Schedules"
      guide="agent-budgets-and-schedules"
      intro="When workflows begin by themselves: at times, every so often, once, or when something happens in your data."
      actions={make}
    >
      {agent === '' ? null : (
        <p className="flex flex-wrap items-center gap-3 text-muted">
          Of one agent only. <Button onClick={() => set({ agent: '' })}>Show all</Button>
        </p>
      )}
      <Listed
        what="the schedules"
        result={result}
        refresh={refresh}
        pick={(data) => data.schedules}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={CalendarClock} title="Nothing is scheduled" actions={make}>
            A schedule begins a workflow by itself: every Monday at six, every hour, or as soon as records change.
          </Empty>
        }
      >
        {(schedules) => (
          <ul aria-label="Schedules" className="grid gap-4">
            {schedules.map((schedule) => (
              <ScheduleCard key={schedule.id} schedule={schedule} may={may} onEdit={() => set({ edit: schedule.id })} onChanged={refresh} />
            ))}
          </ul>
        )}
      </Listed>
      <Editing may={may} edit={edit} thing={edited} onClose={close} onSaved={refresh}>
        {(ways) => <ScheduleForm schedule={edited} workflow={workflow} {...ways} />}
      </Editing>
    </ActFrame>
  );
}
