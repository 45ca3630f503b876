import { GATES, stageLook } from './stages.ts';

/** How far an agent has come, with the gates between the stages. */
export function MaturityBar({ maturity, stage }: { maturity: number; stage: string }) {
  const percent = Math.round(maturity * 100);
  return (
    <div className="grid gap-1">
      <div
        role="meter"
        aria-label="Maturity"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${percent} of 100: ${stageLook(stage).word}`}
        className="relative h-2.5 overflow-hidden rounded-full bg-raised"
      >
        <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: `${percent}%` }} />
        {GATES.map(({ at }) => (
          <span key={at} className="absolute inset-y-0 w-0.5 bg-surface" style={{ left: `${at * 100}%` }} />
        ))}
      </div>
      <div aria-hidden className="relative h-4 text-xs text-muted">
        {GATES.map(({ at, word }) => (
          <span key={at} className="absolute -translate-x-1/2 max-sm:hidden" style={{ left: `${at * 100}%` }}>
            {word}
          </span>
        ))}
      </div>
    </div>
  );
}
