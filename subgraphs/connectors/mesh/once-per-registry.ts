import type { Registry } from 'prom-client';

/** Makes metrics once for each registry: whoever asks again for the same gets the same. */
export function oncePerRegistry<Metrics>(make: (registry: Registry) => Metrics): (registry: Registry) => Metrics {
  const made = new WeakMap<Registry, Metrics>();
  return (registry) => {
    const known = made.get(registry) ?? make(registry);
    made.set(registry, known);
    return known;
  };
}
