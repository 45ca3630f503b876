import type { EntityOrigin } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';
import type { Hue } from '../../ui/graph/drawing.ts';

/** How each origin of an entity type is called and drawn. */
export const ORIGINS: Record<EntityOrigin, { word: string; tone: Tone; hue: Hue }> = {
  CANONICAL: { word: 'canonical', tone: 'accent', hue: 'finance' },
  CUSTOM: { word: 'made by people', tone: 'good', hue: 'product' },
  ADOPTED: { word: 'adopted', tone: 'neutral', hue: 'operations' },
};
