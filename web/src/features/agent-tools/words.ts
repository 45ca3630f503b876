import type { ToolEffect } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

/** What calling a tool twice comes to. */
export const EFFECTS: Record<ToolEffect, { word: string; hint: string; tone: Tone }> = {
  READ: { word: 'reads', hint: 'It changes nothing.', tone: 'neutral' },
  KEYED: { word: 'once', hint: 'It happens once: a repeated call gets the first reply.', tone: 'good' },
  OUTSIDE: { word: 'outside', hint: 'A call that was cut off is in doubt until somebody says what became of it.', tone: 'warning' },
};
