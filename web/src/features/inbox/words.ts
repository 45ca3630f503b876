import type { NotificationDeliveryStatus, NotificationSeverity } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

/** How much something matters, as people say it; least first. */
export const SEVERITIES: Record<NotificationSeverity, { label: string; tone: Tone }> = {
  INFO: { label: 'Good to know', tone: 'neutral' },
  ATTENTION: { label: 'Needs a look', tone: 'warning' },
  URGENT: { label: 'Urgent', tone: 'bad' },
};

export const DELIVERIES: Record<NotificationDeliveryStatus, { label: string; tone: Tone }> = {
  PENDING: { label: 'On its way', tone: 'accent' },
  DELIVERED: { label: 'Delivered', tone: 'good' },
  DEAD: { label: 'Given up', tone: 'bad' },
};

export const SEVERITY_CHOICES: readonly { value: NotificationSeverity; label: string }[] = [
  { value: 'INFO', label: 'Everything' },
  { value: 'ATTENTION', label: 'What needs a look, and what is urgent' },
  { value: 'URGENT', label: 'Only what is urgent' },
];
