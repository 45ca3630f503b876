/** Widgets that are asked at the same time; the others wait for their turn, in the order in which they came. */
const AT_ONCE = 6;

type Standing = 'waiting' | 'asking' | 'ready' | 'failed';

/** How far the widgets of a board are. */
export interface AskingCounts {
  readonly wanted: number;
  readonly ready: number;
  readonly failed: number;
  readonly stopped: boolean;
}

/** Lets a few widgets ask at a time, in order, and knows how many have their answer. */
export interface Asking {
  watch: (changed: () => void) => () => void;
  counts: () => AskingCounts;
  /** Whether it is this widget's turn (or it has had it). */
  mayAsk: (id: string) => boolean;
  /** It is on (or near) the screen: it waits for its turn. */
  want: (id: string) => void;
  /** It is gone from the screen: unless it is answered, nobody asks for it. */
  leave: (id: string) => void;
  /** It is answered, or its asking failed. */
  settle: (id: string, how: 'ready' | 'failed') => void;
  stop: () => void;
  goOn: () => void;
}

const NOBODY: AskingCounts = { wanted: 0, ready: 0, failed: 0, stopped: false };

/** A queue of widgets. Pure but for what it keeps. */
export function createAsking(): Asking {
  const standing = new Map<string, Standing>();
  /** How many places on the screen show a widget: a presentation shows it a second time. */
  const shown = new Map<string, number>();
  const watchers = new Set<() => void>();
  let stopped = false;
  let counts = NOBODY;
  let told = false;

  const advance = () => {
    if (!stopped) {
      let free = AT_ONCE - [...standing.values()].filter((each) => each === 'asking').length;
      for (const [id, each] of standing) {
        if (free <= 0) break;
        if (each !== 'waiting') continue;
        standing.set(id, 'asking');
        free -= 1;
      }
    }
    const all = [...standing.values()];
    const many = (which: Standing) => all.filter((each) => each === which).length;
    counts = { wanted: all.length, ready: many('ready'), failed: many('failed'), stopped };
    // Many widgets come and settle within one turn of the loop; they are told of once.
    if (told) return;
    told = true;
    queueMicrotask(() => {
      told = false;
      for (const changed of watchers) changed();
    });
  };
  const set = (id: string, next: Standing) => {
    if (standing.get(id) === next) return;
    standing.set(id, next);
    advance();
  };

  return {
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    counts: () => counts,
    mayAsk: (id) => {
      const now = standing.get(id);
      return now !== undefined && now !== 'waiting';
    },
    want(id) {
      shown.set(id, (shown.get(id) ?? 0) + 1);
      if (!standing.has(id)) set(id, 'waiting');
    },
    leave(id) {
      const left = (shown.get(id) ?? 1) - 1;
      shown.set(id, left);
      const now = standing.get(id);
      if (left > 0 || now === 'ready' || now === 'failed') return;
      if (standing.delete(id)) advance();
    },
    settle: set,
    stop() {
      stopped = true;
      // Those under way are let go of: they wait again.
      for (const [id, each] of standing) if (each === 'asking') standing.set(id, 'waiting');
      advance();
    },
    goOn() {
      stopped = false;
      advance();
    },
  };
}
