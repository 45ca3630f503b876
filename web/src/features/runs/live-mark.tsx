import { CloudOff, Radio, RefreshCw } from 'lucide-react';
import { useLive } from '../../graph/use-live.ts';
import { classes } from '../../ui/classes.ts';

/** A small sign that what is on screen moves by itself; nothing while nobody listens. */
export function LiveMark({ className }: { className?: string }) {
  const live = useLive();
  if (live === 'idle' || live === 'connecting') return null;
  const {
    icon: Icon,
    word,
    look,
    hint,
  } = live === 'live'
    ? { icon: Radio, word: 'Live', look: 'text-high', hint: 'Everything here moves by itself' }
    : live === 'reconnecting'
      ? {
          icon: RefreshCw,
          word: 'Reconnecting',
          look: 'text-medium',
          hint: 'The connection broke; nothing is lost, it goes on where it was',
        }
      : { icon: CloudOff, word: 'Not live', look: 'text-muted', hint: 'Events cannot be had at the moment; the page looks by itself' };
  return (
    <span data-live={live} title={hint} className={classes('inline-flex items-center gap-1.5 text-sm font-medium', look, className)}>
      <Icon aria-hidden size={14} className={live === 'reconnecting' ? 'animate-spin' : undefined} />
      {word}
    </span>
  );
}
