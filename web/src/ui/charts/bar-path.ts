/** An upright bar from one height to another, round at the end that is away from zero, at least `least` pixels high. */
export function barPath(x: number, from: number, width: number, to: number, corner: number, least: number): string {
  const up = to <= from;
  const size = Math.max(least, Math.abs(to - from));
  const radius = Math.min(corner, size, width / 2);
  const end = up ? from - size : from + size;
  const back = up ? radius : -radius;
  return `M${x} ${from}V${end + back}Q${x} ${end} ${x + radius} ${end}H${x + width - radius}Q${x + width} ${end} ${x + width} ${end + back}V${from}Z`;
}

/** A lying bar, likewise. */
export function rowPath(from: number, y: number, to: number, height: number, corner: number, least: number): string {
  const forth = to >= from;
  const size = Math.max(least, Math.abs(to - from));
  const radius = Math.min(corner, size, height / 2);
  const end = forth ? from + size : from - size;
  const back = forth ? -radius : radius;
  return `M${from} ${y}H${end + back}Q${end} ${y} ${end} ${y + radius}V${y + height - radius}Q${end} ${y + height} ${end + back} ${y + height}H${from}Z`;
}
