import { Badge } from '../../ui/badge.tsx';
import { partyWords } from './party-words.ts';
import type { Party } from './party-words.ts';

interface RaciViewProps {
  raci: Readonly<Record<'responsible' | 'accountable' | 'consulted' | 'informed', readonly Party[]>>;
}

const PARTS = [
  { key: 'responsible', label: 'Does it', hint: 'Responsible: may never approve it.' },
  { key: 'accountable', label: 'Decides it', hint: 'Accountable: approves it.' },
  { key: 'consulted', label: 'Is asked', hint: 'Consulted before it is decided.' },
  { key: 'informed', label: 'Is told', hint: 'Informed of what was decided.' },
] as const;

/** Who does something, who decides it, who is asked and who is told. */
export function RaciView({ raci }: RaciViewProps) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4" data-raci>
      {PARTS.map(({ key, label, hint }) => (
        <div key={key} className="grid content-start gap-1">
          <dt className="text-xs text-muted" title={hint}>
            {label}
          </dt>
          <dd className="flex flex-wrap gap-1">
            {raci[key].length === 0 ? <span className="text-muted">nobody</span> : null}
            {raci[key].map(partyWords).map((words) => (
              <Badge key={words} className="!whitespace-normal">
                {words}
              </Badge>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
