import type { Navigator } from 'react-router';
import { gateHistory } from './history-gate.ts';

export type Go = () => void;

interface Holding {
  /** Called instead of a navigation; `go` is what was wanted. */
  hold: (go: Go) => void;
  /** True while navigations pass. */
  isOpen: () => boolean;
  /** Parameters of the address that say how the same thing is looked at: changing them leaves nothing. */
  looks: readonly string[];
}

type To = Parameters<Navigator['push']>[0];

function without(looks: readonly string[], address: string): string {
  const { pathname, searchParams } = new URL(address, window.location.origin);
  for (const look of looks) searchParams.delete(look);
  return `${pathname}?${searchParams.toString()}`;
}

/** Whether an address is this one, apart from its place on the page and how it is looked at. */
function isHere(to: To, looks: readonly string[]): boolean {
  const { pathname, search } = window.location;
  const address = typeof to === 'string' ? to : `${to.pathname ?? pathname}${to.search ?? ''}`;
  return without(looks, address) === without(looks, pathname + search);
}

/** The router numbers the entries of the browser's history in their state. */
function placeInHistory(): number {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'idx' in state && typeof state.idx === 'number' ? state.idx : 0;
}

/**
 * Holds back every way out of this address: links, keys and the command palette inside the client, the browser's back and
 * forward, and (in the browser's own words) closing the tab. The router's own blocker needs a data router, which is a third
 * again of the first page's code. Returns how to let go.
 */
export function holdNavigation(navigator: Navigator, { hold, isOpen, looks }: Holding): () => void {
  const push = navigator.push.bind(navigator);
  const replace = navigator.replace.bind(navigator);
  const held =
    (original: typeof push): typeof push =>
    (to, ...rest) => {
      const go = () => original(to, ...rest);
      if (isOpen() || isHere(to, looks)) go();
      else hold(go);
    };
  navigator.push = held(push);
  navigator.replace = held(replace);

  const here = placeInHistory();
  let returning = false;
  const openHistory = gateHistory((event) => {
    if (isOpen()) return;
    event.stopImmediatePropagation();
    if (returning) {
      returning = false;
      return;
    }
    const away = placeInHistory() - here;
    returning = true;
    window.history.go(-away);
    hold(() => window.history.go(away));
  });
  const onUnload = (event: BeforeUnloadEvent) => {
    if (!isOpen()) event.preventDefault();
  };
  window.addEventListener('beforeunload', onUnload);
  return () => {
    navigator.push = push;
    navigator.replace = replace;
    openHistory();
    window.removeEventListener('beforeunload', onUnload);
  };
}
