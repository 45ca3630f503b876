/** The mark: an answer with its orbit. */
export function Brand({ className = '' }: { className?: string }) {
  return (
    <span className={`inline-flex items-center gap-2.5 text-md font-semibold tracking-tight text-ink ${className}`}>
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden>
        <circle cx="13" cy="13" r="10.5" fill="none" stroke="var(--accent)" strokeWidth="1.5" strokeDasharray="3 2.5" opacity="0.75" />
        <circle cx="13" cy="13" r="4.75" fill="var(--accent)" />
        <circle cx="21.4" cy="7" r="2.75" fill="var(--high)" stroke="var(--bg)" strokeWidth="1.5" />
      </svg>
      AutonomOS
    </span>
  );
}
