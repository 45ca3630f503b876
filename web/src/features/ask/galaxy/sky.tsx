import { Stars } from '../../../ui/stars.tsx';
import type { PlacedGalaxy } from './layout.ts';
import { ORBIT_WORDS } from './words.ts';

const DOMAIN_NAMES = ['finance', 'growth', 'operations', 'product', 'people'] as const;

/** Gradients of the planets and the answer's glow. */
export function SkyPaint() {
  return (
    <defs>
      {DOMAIN_NAMES.map((name) => (
        <radialGradient key={name} id={`galaxy-${name}`} cx="38%" cy="30%" r="80%">
          <stop offset="0" stopColor={`color-mix(in oklab, var(--${name}) var(--planet-core-hue), var(--planet-core))`} />
          <stop offset="1" stopColor={`color-mix(in oklab, var(--${name}) var(--planet-rim-hue), var(--planet-rim))`} />
        </radialGradient>
      ))}
      <radialGradient id="galaxy-glow">
        <stop offset="0.35" stopColor="var(--glow)" stopOpacity="0.42" />
        <stop offset="0.7" stopColor="var(--glow)" stopOpacity="0.12" />
        <stop offset="1" stopColor="var(--glow)" stopOpacity="0" />
      </radialGradient>
    </defs>
  );
}

/** The orbits with their names. */
export function Orbits({ galaxy }: { galaxy: PlacedGalaxy }) {
  const { centre, orbits } = galaxy;
  return (
    <g aria-hidden pointerEvents="none">
      {orbits.map(({ orbit, rx, ry, name }) => (
        <g key={orbit}>
          <ellipse cx={centre.x} cy={centre.y} rx={rx} ry={ry} fill="none" stroke="var(--orbit)" strokeWidth="1" opacity="0.6" />
          {name ? (
            <text
              x={name.x}
              y={name.y + 4}
              textAnchor="middle"
              className="halo"
              fontSize="12"
              fontWeight="500"
              letterSpacing="0.08em"
              fill="var(--muted)"
            >
              {ORBIT_WORDS[orbit]}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}

export function Sky() {
  return <Stars className="pointer-events-none absolute inset-0 size-full" />;
}
