/** Moves places apart until neighbours keep their distance, in the same order, inside of bounds where there is room for all. */
export function spread(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, index) => index).toSorted((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
  const moved = order.map((index) => places[index] ?? 0);
  let floor = low;
  for (let index = 0; index < moved.length; index++) {
    moved[index] = Math.max(floor, moved[index] ?? 0);
    floor = (moved[index] ?? 0) + gap;
  }
  let ceiling = high;
  for (let index = moved.length - 1; index >= 0; index--) {
    moved[index] = Math.min(ceiling, moved[index] ?? 0);
    ceiling = (moved[index] ?? 0) - gap;
  }
  const result = Array.from({ length: places.length }, () => 0);
  order.forEach((index, rank) => {
    result[index] = moved[rank] ?? 0;
  });
  return result;
}
