import { useId } from 'react';
import { Stars } from '../../../ui/stars.tsx';
import type { PlacedGalaxy } from './layout.ts';
import { ORBIT_DASHES, ORBIT_HINTS, ORBIT_WORDS } from './words.ts';

const DOMAIN_NAMES = ['finance', 'growth', 'operations', 'product', 'people'] as const;

/** Gradients of the planets, their light and the answer's glow. */
export function SkyPaint() {
  return (
    <defs>
      {DOMAIN_NAMES.map((name) => (
        <radialGradient key={name} id={`galaxy-${name}`} cx="36%" cy="28%" r="82%">
          <stop offset="0" stopColor={`color-mix(in oklab, var(--${name}) var(--planet-core-hue), var(--planet-core))`} />
          <stop offset="1" stopColor={`color-mix(in oklab, var(--${name}) var(--planet-rim-hue), var(--planet-rim))`} />
        </radialGradient>
      ))}
      {DOMAIN_NAMES.map((name) => (
        <radialGradient key={name} id={`galaxy-light-${name}`}>
          <stop offset="0.55" stopColor={`var(--${name})`} stopOpacity="0.26" />
          <stop offset="1" stopColor={`var(--${name})`} stopOpacity="0" />
        </radialGradient>
      ))}
      <radialGradient id="galaxy-glow">
        <stop offset="0.3" stopColor="var(--glow)" stopOpacity="0.5" />
        <stop offset="0.62" stopColor="var(--glow)" stopOpacity="0.14" />
        <stop offset="1" stopColor="var(--glow)" stopOpacity="0" />
      </radialGradient>
      <radialGradient id="galaxy-disc">
        <stop offset="0" stopColor="var(--glow)" stopOpacity="0.1" />
        <stop offset="1" stopColor="var(--glow)" stopOpacity="0.012" />
      </radialGradient>
    </defs>
  );
}

/** The orbits, each with what it means written along it. */
export function Orbits({ galaxy }: { galaxy: PlacedGalaxy }) {
  const id = useId();
  const { centre, orbits } = galaxy;
  return (
    <g aria-hidden pointerEvents="none">
      {orbits.toReversed().map(({ orbit, rx, ry }) => (
        <ellipse key={orbit} cx={centre.x} cy={centre.y} rx={rx} ry={ry} fill="url(#galaxy-disc)" />
      ))}
      {orbits.map(({ orbit, rx, ry, name }) => (
        <g key={orbit}>
          <ellipse
            cx={centre.x}
            cy={centre.y}
            rx={rx}
            ry={ry}
            fill="none"
            stroke="var(--orbit)"
            strokeWidth="1.25"
            strokeDasharray={ORBIT_DASHES[orbit]}
            strokeLinecap="round"
            opacity="0.75"
          />
          {name ? (
            <>
              <path id={`${id}-${orbit}`} d={name.path} fill="none" />
              <text className="halo" fontSize="12" dy="4" fill="var(--muted)" data-orbit-name={orbit}>
                <textPath href={`#${id}-${orbit}`} startOffset="50%" textAnchor="middle">
                  <tspan fontWeight="650" letterSpacing="0.08em" fill="var(--ink)">
                    {ORBIT_WORDS[orbit]}
                  </tspan>
                  {name.long ? ` · ${ORBIT_HINTS[orbit]}` : null}
                </textPath>
              </text>
            </>
          ) : null}
        </g>
      ))}
    </g>
  );
}

export function Sky() {
  return <Stars className="pointer-events-none absolute inset-0 size-full" />;
}
