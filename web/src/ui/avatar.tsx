import { classes } from './classes.ts';

const SIZES = { small: 'size-6 text-xs', usual: 'size-8 text-sm', large: 'size-10 text-md' } as const;

/** The first letters of the first and the last word of a name: "Ada Byron Lovelace" → "AL". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const first = ends.map((word) => Array.from(word ?? '')[0] ?? '').join('');
  return first.toLocaleUpperCase('en') || '?';
}

/** Somebody in a circle; their name stands beside it, so nobody hears of it twice. */
export function Avatar({ name, size = 'usual', className }: { name: string; size?: keyof typeof SIZES; className?: string }) {
  return (
    <span
      aria-hidden
      className={classes(
        'grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent select-none',
        SIZES[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
