/** The outline of a page while its code comes: a heading, an introduction and what follows. Said once to a screen reader. */
export function PageSkeleton() {
  return (
    <div role="status" data-state="loading" className="mx-auto grid w-full max-w-[1360px] gap-6 px-4 py-5 sm:px-6 sm:py-6">
      <span className="sr-only">Loading the page</span>
      <div aria-hidden className="breathe grid gap-2.5">
        <span className="h-6 w-44 rounded-md bg-raised" />
        <span className="h-4 w-80 max-w-full rounded-md bg-raised" />
      </div>
      <div aria-hidden className="breathe grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {[0, 1, 2, 3].map((each) => (
          <span key={each} className="h-24 rounded-lg bg-raised max-sm:nth-[n+3]:hidden" />
        ))}
      </div>
      <span aria-hidden className="breathe h-64 rounded-lg bg-raised" />
    </div>
  );
}
