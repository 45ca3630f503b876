/** The ask box's list: open or not, and which suggestion the arrows are on (−1 = none, the text itself). */
export interface ListState {
  open: boolean;
  active: number;
}

export type ListOutcome = { state: ListState; handled: boolean; take: number | null };

/**
 * What a key does while `count` suggestions are known. Tab takes the active suggestion, or the first; with the list
 * closed it moves on as everywhere, so nobody is trapped. Pure.
 */
export function pressInList(state: ListState, count: number, key: string, shift: boolean): ListOutcome {
  const stay: ListOutcome = { state, handled: false, take: null };
  if (count === 0) return stay;
  switch (key) {
    case 'ArrowDown':
      return { state: { open: true, active: state.open ? ((state.active + 2) % (count + 1)) - 1 : 0 }, handled: true, take: null };
    case 'ArrowUp':
      return {
        state: { open: true, active: state.open ? ((state.active + count + 1) % (count + 1)) - 1 : count - 1 },
        handled: true,
        take: null,
      };
    case 'Tab':
      return state.open && !shift ? { state, handled: true, take: Math.max(0, state.active) } : stay;
    case 'Enter':
      return state.open && state.active >= 0 ? { state: { open: false, active: -1 }, handled: true, take: state.active } : stay;
    case 'Escape':
      return state.open ? { state: { open: false, active: -1 }, handled: true, take: null } : stay;
    default:
      return stay;
  }
}
