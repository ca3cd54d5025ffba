/** Shown while it is not yet known who is logged in. */
export function Loading() {
  return (
    <div className="centered" role="status">
      <span className="spinner" aria-hidden="true" />
      Loading…
    </div>
  );
}
