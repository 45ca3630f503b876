/** Where somebody was on a page: how far down, and what had the focus. */
export interface Place {
  top: number;
  /** What the focused thing is called, and which one of those that are called so. */
  focus: { name: string; nth: number } | null;
}

const KEY = 'autonomos.places';
const MOST_PLACES = 60;

/** Puts a place at the end of those that are kept, the oldest going first. Pure. */
export function keepPlace(places: ReadonlyMap<string, Place>, of: string, place: Place): ReadonlyMap<string, Place> {
  const next = [...[...places].filter(([each]) => each !== of), [of, place] as const];
  return new Map(next.slice(-MOST_PLACES));
}

/** The places as they are written down, and read again; whatever else stands there is none. Pure. */
export function parsePlaces(text: string | null): ReadonlyMap<string, Place> {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(found)) return new Map();
    return new Map(found.filter((each) => Array.isArray(each) && typeof each[0] === 'string' && typeof each[1]?.top === 'number'));
  } catch {
    return new Map();
  }
}

/** They outlive a reload, and nothing more. */
export function readPlaces(): ReadonlyMap<string, Place> {
  try {
    return parsePlaces(sessionStorage.getItem(KEY));
  } catch {
    return new Map();
  }
}

export function writePlaces(places: ReadonlyMap<string, Place>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...places]));
  } catch {
    // Without storage a reload begins at the top.
  }
}
