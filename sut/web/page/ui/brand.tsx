export function Brand() {
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="brand-ground" />
        <path d="M16 26V14" className="brand-stem" />
        <path d="M16 16c0-5 3-8 8-8 0 5-3 8-8 8z" className="brand-leaf" />
        <path d="M16 20c0-4-2.6-6.6-7-6.6 0 4 2.6 6.6 7 6.6z" className="brand-leaf-light" />
      </svg>
      Insight Garden
    </span>
  );
}
