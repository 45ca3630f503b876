import { useEffect, useState } from 'react';

/** The code of a link, from behind the # of the address: there it reaches no server's log. It is taken out of the address at once. */
export function useLinkCode(): string {
  const [code] = useState(() => {
    try {
      return decodeURIComponent(window.location.hash.slice(1));
    } catch {
      return '';
    }
  });
  useEffect(() => {
    const { pathname, search, hash } = window.location;
    if (hash !== '') window.history.replaceState(window.history.state, '', pathname + search);
  }, []);
  return code;
}
