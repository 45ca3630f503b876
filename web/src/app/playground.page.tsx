import { useEffect } from 'react';

/** The playground is a page of its own (playground.html): whoever comes to its address inside the client loads that page. */
export default function PlaygroundPage() {
  useEffect(() => window.location.reload(), []);
  return null;
}
