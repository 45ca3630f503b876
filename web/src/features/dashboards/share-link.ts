import { notify } from '../../ui/notify.ts';

/** Copies an address of this client; `about` says what it opens. */
export async function shareLink(path: string, about: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, window.location.origin).href);
    notify('success', 'The link is copied.', about);
  } catch {
    notify('error', 'The browser does not let the link be copied.', 'Copy the address at the top of the window.');
  }
}
