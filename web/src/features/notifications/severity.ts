import { CircleAlert, CircleCheck, Hand, Info } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { FeedSeverity } from '../../gql/graphql.ts';

/** How serious an event is: a word and an icon each, so that colour is never alone. */
export const SEVERITIES: Record<FeedSeverity, { word: string; icon: LucideIcon; look: string }> = {
  INFO: { word: 'News', icon: Info, look: 'bg-raised text-muted' },
  SUCCESS: { word: 'Done', icon: CircleCheck, look: 'bg-high-soft text-high' },
  WARNING: { word: 'Needs you', icon: Hand, look: 'bg-medium-soft text-medium' },
  ERROR: { word: 'Problem', icon: CircleAlert, look: 'bg-low-soft text-low' },
};
