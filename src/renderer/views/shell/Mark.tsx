/** Mailroom's mark: a letter that leaves its pigeonhole. */
export const Mark = ({ className = 'size-5' }: { readonly className?: string }) => (
  <svg viewBox="0 0 20 20" className={`${className} shrink-0`} aria-hidden="true">
    <rect width="20" height="20" rx="5" fill="var(--accent)" />
    <path
      d="M4.5 7.25A1.25 1.25 0 0 1 5.75 6h8.5a1.25 1.25 0 0 1 1.25 1.25v5.5A1.25 1.25 0 0 1 14.25 14h-8.5a1.25 1.25 0 0 1-1.25-1.25Z"
      fill="none"
      stroke="var(--on-accent)"
      strokeWidth="1.4"
    />
    <path
      d="m5 7 4.2 3.5a1.25 1.25 0 0 0 1.6 0L15 7"
      fill="none"
      stroke="var(--on-accent)"
      strokeWidth="1.4"
      strokeLinecap="round"
    />
  </svg>
)
