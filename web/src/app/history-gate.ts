/** Looks at a step back or forward before the router does; may stop it with `stopImmediatePropagation`. */
type Gate = (event: PopStateEvent) => void;

let gate: Gate | null = null;

// Listeners of the window run in the order in which they came, captured or not, so this one comes before the router mounts:
// main.tsx imports this module.
window.addEventListener('popstate', (event) => gate?.(event));

/** Puts a gate before the browser's history, at most one at a time. Returns how to take it away. */
export function gateHistory(next: Gate): () => void {
  gate = next;
  return () => {
    if (gate === next) gate = null;
  };
}
