import { classes } from './classes.ts';

/** A progress bar; `value` is a fraction 0…1, null when only "busy" is known. */
export function Progress({ value, label, className }: { value: number | null; label: string; className?: string }) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className={classes('h-1.5 overflow-hidden rounded-full bg-raised', className)}
    >
      <div
        className={classes('h-full rounded-full bg-accent transition-[width] duration-300', percent === null && 'slide w-2/5')}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
