/** Star places in a 100×100 field, always the same: x, y, radius, opacity. From a small linear congruential generator. */
const STARS = (() => {
  let seed = 20_261;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  return Array.from({ length: 90 }, () => ({ x: next() * 100, y: next() * 100, r: 0.4 + next() * 0.9, o: 0.12 + next() * 0.5 }));
})();

/** A still starfield behind things; decoration only. */
export function Stars({ className }: { className?: string }) {
  return (
    <svg aria-hidden className={className}>
      {STARS.map((star) => (
        <circle key={`${star.x}`} cx={`${star.x}%`} cy={`${star.y}%`} r={star.r} fill="var(--star)" opacity={star.o} />
      ))}
    </svg>
  );
}
