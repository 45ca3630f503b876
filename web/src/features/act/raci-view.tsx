import { Badge } from '../../ui/badge.tsx';
import { partyWords } from './party-words.ts';
import type { Party } from './party-words.ts';
import { RACI_PARTS } from './raci-draft.ts';
import type { RaciPart } from './raci-draft.ts';
import { RACI_WORDS } from './raci-words.ts';

interface RaciViewProps {
  raci: Readonly<Record<RaciPart, readonly Party[]>>;
}

/** Who does something, who decides it, who is asked and who is told. */
export function RaciView({ raci }: RaciViewProps) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4" data-raci>
      {RACI_PARTS.map((part) => (
        <div key={part} className="grid content-start gap-1">
          <dt className="text-xs text-muted" title={RACI_WORDS[part].hint}>
            {RACI_WORDS[part].label}
          </dt>
          <dd className="flex flex-wrap gap-1">
            {raci[part].length === 0 ? <span className="text-muted">nobody</span> : null}
            {raci[part].map(partyWords).map((words) => (
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
