import { Navigate, useSearchParams } from 'react-router';
import { ActFrame } from '../act/act-frame.tsx';
import { Approvals } from './approvals.tsx';

/** What used to be tabs of one page has addresses of its own now; links that people keep lead there. */
const FORMER: readonly string[] = ['runs', 'fleet', 'vitals'];

/** AOA: what agents ask permission for. */
export default function ApprovalsPage() {
  const [search] = useSearchParams();
  const tab = search.get('tab') ?? '';
  if (FORMER.includes(tab)) {
    const rest = new URLSearchParams([...search].filter(([name]) => name !== 'tab')).toString();
    return <Navigate to={`/agents/${tab}${rest === '' ? '' : `?${rest}`}`} replace />;
  }
  return (
    <ActFrame
      title="Act"
      guide="approvals"
      intro="Agents work on your data. What matters waits for a person’s decision; everything they do is on record."
    >
      <Approvals />
    </ActFrame>
  );
}
