export interface NotifyAction {
  label: string;
  run: () => void;
}

/**
 * A short message at the corner of the screen, with one thing to do about it where there is one. Messages with the same `id` replace
 * one another. The library is loaded with the first one.
 */
export function notify(
  kind: 'success' | 'error' | 'warning' | 'message',
  text: string,
  description?: string,
  action?: NotifyAction,
  id?: string,
): void {
  void import('sonner').then(({ toast }) =>
    toast[kind](text, {
      ...(id ? { id } : {}),
      ...(description ? { description } : {}),
      ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
    }),
  );
}
