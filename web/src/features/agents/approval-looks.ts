import { Check, CircleDot, Clock3, Hand, MessageSquare, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Tone } from '../../ui/badge.tsx';

interface ApprovalLook {
  word: string;
  tone: Tone;
  icon: LucideIcon;
}

const LOOKS: Readonly<Record<string, ApprovalLook>> = {
  PENDING: { word: 'waiting', tone: 'warning', icon: Hand },
  APPROVED: { word: 'approved', tone: 'good', icon: Check },
  REJECTED: { word: 'rejected', tone: 'bad', icon: X },
  EXPIRED: { word: 'expired', tone: 'neutral', icon: Clock3 },
  RESPONDED: { word: 'answered', tone: 'accent', icon: MessageSquare },
};

/** How an approval stands: a word and an icon each, so that colour is never alone. */
export function approvalLook(status: string): ApprovalLook {
  return LOOKS[status] ?? { word: status.toLowerCase(), tone: 'neutral', icon: CircleDot };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long there is to decide, and whether that is soon. */
export function dueOf(expiresAt: string, now: Date): { text: string; soon: boolean } {
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return { text: 'its time is up', soon: true };
  if (left < HOUR_MS) return { text: `${Math.max(1, Math.round(left / 60_000))} min left`, soon: true };
  if (left < DAY_MS) return { text: `${Math.round(left / HOUR_MS)} h left`, soon: true };
  const days = Math.round(left / DAY_MS);
  return { text: `${days} ${days === 1 ? 'day' : 'days'} left`, soon: days <= 2 };
}
