/** A short message at the corner of the screen. The toast library is loaded with the first one. */
export function notify(kind: 'success' | 'error' | 'message', text: string, description?: string): void {
  void import('sonner').then(({ toast }) => toast[kind](text, description ? { description } : undefined));
}
