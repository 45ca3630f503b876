/** The quiet orbits at the right of a hero. */
export function HeroSky() {
  return (
    <svg aria-hidden className="absolute -right-16 -bottom-36 size-96 opacity-70 max-sm:hidden" viewBox="-100 -100 200 200">
      {[30, 58, 88].map((radius) => (
        <circle key={radius} r={radius} fill="none" stroke="var(--orbit)" />
      ))}
      <circle r="12" fill="var(--accent)" opacity="0.9" />
      <circle cx="-58" cy="0" r="5" fill="var(--growth)" />
      <circle cx="-40" cy="-78" r="4" fill="var(--product)" />
      <circle cx="21" cy="-21" r="3.5" fill="var(--operations)" />
    </svg>
  );
}
