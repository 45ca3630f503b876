/** Told to the window when the server can be reached again: whatever failed meanwhile is asked for once more. */
export const BACK = 'autonomos:back';
