export interface NotifyAction {
  label: string;
  run: () => void;
}

/** A short message at the corner of the screen, with one thing to do about it where there is one. The library is loaded with the first one. */
export function notify(kind: 'success' | 'error' | 'message', text: string, description?: string, action?: NotifyAction): void {
  void import('sonner').then(({ toast }) =>
    toast[kind](text, {
      ...(description ? { description } : {}),
      ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
    }),
  );
}
