/** The shape of a dashboard: four numbers, two charts, a table. */
const SHAPE = [
  ...Array.from({ length: 4 }, (_, index) => ({ id: `number ${index}`, look: 'col-span-6 h-32 md:col-span-3' })),
  { id: 'line', look: 'col-span-12 h-80 md:col-span-7' },
  { id: 'bars', look: 'col-span-12 h-80 md:col-span-5' },
  { id: 'table', look: 'col-span-12 h-64' },
];

/** A dashboard that is being made or loaded. */
export function DashboardWaiting({ label }: { label: string }) {
  return (
    <div role="status" data-state="loading" className="grid gap-5">
      <p className="flex items-center gap-2.5 text-base text-muted">
        <span aria-hidden className="breathe size-2 rounded-full bg-accent" />
        {label}
      </p>
      <div aria-hidden className="grid grid-cols-12 gap-4">
        {SHAPE.map(({ id, look }) => (
          <div key={id} className={`panel grid content-start gap-3 p-4 ${look}`}>
            <span className="breathe h-4 w-1/3 rounded-md bg-raised" />
            <span className="breathe h-9 w-1/2 rounded-md bg-raised" />
          </div>
        ))}
      </div>
    </div>
  );
}
