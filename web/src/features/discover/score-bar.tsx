import { classes } from '../../ui/classes.ts';

/** A score, 0 to 100, as a number and a bar. */
export function ScoreBar({ label, value, wide = false }: { label: string; value: number; wide?: boolean }) {
  const score = Math.round(value);
  return (
    <span className="flex items-center gap-2 whitespace-nowrap" title={`${label}: ${score} of 100`}>
      <span className="w-7 text-right font-medium">{score}</span>
      <span aria-hidden className={classes('h-1.5 overflow-hidden rounded-full bg-raised', wide ? 'flex-1' : 'w-12')}>
        <span className="block h-full rounded-full bg-accent" style={{ width: `${score}%` }} />
      </span>
    </span>
  );
}
