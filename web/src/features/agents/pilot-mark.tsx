import { Bot, Boxes, Coins, ShieldCheck, TrendingUp } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = { FINOPS: Coins, REVOPS: TrendingUp, DATAOPS: Boxes, SECOPS: ShieldCheck };

/** The sign of an agent by what it looks after; an agent of one's own is a robot. */
export function PilotMark({ pilot }: { pilot: string }) {
  const Icon = ICONS[pilot] ?? Bot;
  return (
    <span aria-hidden className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
      <Icon size={19} strokeWidth={1.75} />
    </span>
  );
}
