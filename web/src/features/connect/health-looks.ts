import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ConnectionHealthStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

interface HealthLook {
  word: string;
  tone: Tone;
  icon: LucideIcon;
  text: string;
  border: string;
}

/** How a verdict about a connection looks: its own sign and word, and a colour that repeats them. */
export const HEALTH: Record<ConnectionHealthStatus, HealthLook> = {
  HEALTHY: { word: 'healthy', tone: 'good', icon: CircleCheck, text: 'text-high', border: 'border-line' },
  DEGRADED: { word: 'degraded', tone: 'warning', icon: TriangleAlert, text: 'text-medium', border: 'border-medium' },
  FAILING: { word: 'failing', tone: 'bad', icon: CircleAlert, text: 'text-low', border: 'border-low' },
  UNKNOWN: { word: 'not known yet', tone: 'neutral', icon: CircleHelp, text: 'text-muted', border: 'border-line border-dashed' },
};
