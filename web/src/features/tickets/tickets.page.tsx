import { Check, Ticket, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { ChangeTicketDocument, TicketsDocument } from '../../gql/graphql.ts';
import type { TicketFieldsFragment, TicketStatus } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatAgo, formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ActFrame } from '../act/act-frame.tsx';
import { Listed } from '../settings/listed.tsx';

const PAGE = 50;
const SHOWN: readonly { value: string; label: string; status: TicketStatus | null }[] = [
  { value: 'open', label: 'Open', status: 'OPEN' },
  { value: 'done', label: 'Done', status: 'DONE' },
  { value: 'dropped', label: 'Dropped', status: 'DROPPED' },
  { value: 'all', label: 'All', status: null },
];
const WORDS: Record<TicketStatus, string> = { OPEN: 'open again', DONE: 'done', DROPPED: 'dropped' };

/** What agents asked people to look after. Which is shown is in the address (?show=). */
export default function TicketsPage() {
  const [{ show }, set] = useSearchState(['show']);
  const shown = SHOWN.find(({ value }) => value === show) ?? SHOWN[0]!;
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(TicketsDocument, { first, status: shown.status });
  return (
    <ActFrame title="Tickets" intro="What agents found and people look after.">
      <Segments
        label="Which tickets"
        value={shown.value}
        options={SHOWN}
        onChange={(value) => set({ show: value === 'open' ? '' : value })}
      />
      <Listed
        what="the tickets"
        result={result}
        refresh={refresh}
        pick={(data) => data.tickets}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Ticket} title={shown.value === 'open' ? 'No ticket is open' : 'None stands like this'}>
            An agent opens a ticket where a person has to do something that it cannot do, or may not.
          </Empty>
        }
      >
        {(tickets) => (
          <ul aria-label="Tickets" className="panel divide-y divide-line">
            {tickets.map((ticket) => (
              <TicketRow key={ticket.id} ticket={ticket} onChanged={refresh} />
            ))}
          </ul>
        )}
      </Listed>
    </ActFrame>
  );
}

function TicketRow({ ticket, onChanged }: { ticket: TicketFieldsFragment; onChanged: () => void }) {
  const run = useRun();
  const now = useNow();
  const may = useMay('tickets.change');
  const [busy, setBusy] = useState(false);
  const { id, status } = ticket;
  const change = async (next: TicketStatus, before: TicketStatus | null) => {
    setBusy(true);
    const outcome = await run(ChangeTicketDocument, { input: { id, status: next } });
    setBusy(false);
    const refused = !outcome.ok
      ? outcome.problem
      : outcome.data.changeTicket.__typename === 'InputRefused'
        ? problemOfRefusal(outcome.data.changeTicket.problems)
        : null;
    if (refused) return notify('error', refused.message, refused.todo);
    onChanged();
    const undo = before === null ? undefined : { label: 'Undo', run: () => void change(before, null) };
    return notify('success', `Ticket ${ticket.number} is ${WORDS[next]}`, undefined, undo);
  };
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 p-4" data-ticket={ticket.number} data-status={status}>
      <div className="grid min-w-0 flex-1 basis-72 gap-0.5">
        <h2 dir="auto" className="flex flex-wrap items-center gap-2.5 font-medium [overflow-wrap:anywhere]">
          <span className="text-muted">#{ticket.number}</span> {ticket.title}
          {ticket.priority === 'HIGH' ? <Badge tone="bad">high</Badge> : null}
          {ticket.priority === 'LOW' ? <Badge>low</Badge> : null}
          {status === 'OPEN' ? null : <Badge tone={status === 'DONE' ? 'good' : 'neutral'}>{WORDS[status]}</Badge>}
        </h2>
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {ticket.text}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span title={formatMoment(ticket.openedAt)}>{formatAgo(ticket.openedAt, now)}</span>
          {ticket.agent ? (
            <Link to={`/agents/fleet/${ticket.agent.id}`} className="link">
              {ticket.agent.name}
            </Link>
          ) : null}
          {ticket.run ? (
            <Link to={`/runs/${ticket.run.id}`} className="link">
              {ticket.run.title}
            </Link>
          ) : null}
          {ticket.assignee ? <span>for {ticket.assignee.displayName}</span> : null}
          {ticket.closedBy ? <span>closed by {ticket.closedBy.displayName}</span> : null}
        </p>
        {ticket.note ? <p dir="auto">“{ticket.note}”</p> : null}
      </div>
      {may ? (
        <div className="flex flex-wrap gap-2">
          {status === 'OPEN' ? (
            <>
              <Button busy={busy} onClick={() => void change('DONE', 'OPEN')}>
                <Check aria-hidden size={15} /> Done
              </Button>
              <Button look="quiet" busy={busy} onClick={() => void change('DROPPED', 'OPEN')}>
                <X aria-hidden size={15} /> Drop
              </Button>
            </>
          ) : (
            <Button busy={busy} onClick={() => void change('OPEN', status)}>
              <Undo2 aria-hidden size={15} /> Open again
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}
