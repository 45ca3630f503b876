import type { ConfidenceFieldsFragment } from '../../gql/graphql.ts';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';

/** A reason's effect on the score as points of a hundred: "+8", "−12", or nothing when it has none. */
export function effectText(effect: number): string {
  const points = Math.round(effect * 100);
  return points === 0 ? '±0' : points > 0 ? `+${points}` : `−${Math.abs(points)}`;
}

/** How sure the answer is, in ring, word and percentage, and why. */
export function Reasons({ confidence, open = false }: { confidence: ConfidenceFieldsFragment; open?: boolean }) {
  return (
    <Disclosure name="confidence" open={open} summary={<ConfidenceMark score={confidence.score} tier={confidence.tier} long />}>
      <ul className="grid gap-1.5 text-sm">
        {confidence.reasons.map((reason) => (
          <li key={reason.text} className="flex gap-3">
            <span className="w-9 shrink-0 text-right font-medium text-muted">{effectText(reason.effect)}</span>
            <span>{reason.text}</span>
          </li>
        ))}
        {confidence.reasons.length === 0 ? <li className="text-muted">No reason was given.</li> : null}
      </ul>
    </Disclosure>
  );
}
