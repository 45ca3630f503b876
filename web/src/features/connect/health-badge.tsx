import type { ConnectionHealthStatus } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { HEALTH } from './health-looks.ts';

/** How well a connection is, as sign and word. */
export function HealthBadge({ status }: { status: ConnectionHealthStatus }) {
  const { word, tone, icon: Icon } = HEALTH[status];
  return (
    <span data-health={status}>
      <Badge tone={tone}>
        <Icon aria-hidden size={13} /> {word}
      </Badge>
    </span>
  );
}
