/** A share 0…1 as a small bar with what it means beside it. */
export function ShareBar({ value, note }: { value: number; note: string }) {
  return (
    <span className="grid w-28 gap-1">
      <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-raised">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${Math.max(value > 0 ? 2 : 0, value * 100)}%` }} />
      </span>
      <span className="text-xs whitespace-nowrap text-muted">{note}</span>
    </span>
  );
}
