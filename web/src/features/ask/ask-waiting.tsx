/** The shape of an answer while it is looked for. */
export function AskWaiting() {
  return (
    <div role="status" data-state="loading" className="grid gap-4 lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)]">
      <span className="sr-only">Looking for the answer</span>
      <div aria-hidden className="panel grid content-start gap-4 p-5">
        {['w-1/3 h-4', 'w-2/3 h-9', 'w-full h-4', 'w-4/5 h-4', 'w-1/2 h-6', 'w-full h-32'].map((shape) => (
          <span key={shape} className={`breathe rounded-md bg-raised ${shape}`} />
        ))}
      </div>
      <div aria-hidden className="panel sky grid h-[560px] place-items-center lg:h-[max(560px,calc(100dvh-216px))]">
        <svg viewBox="-100 -100 200 200" className="breathe size-64">
          {[28, 56, 88].map((radius) => (
            <circle key={radius} r={radius} fill="none" stroke="var(--orbit)" strokeDasharray={radius === 28 ? undefined : '3 5'} />
          ))}
          <circle r="9" fill="var(--accent)" />
        </svg>
      </div>
    </div>
  );
}
