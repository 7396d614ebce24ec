/** Mailroom's mark, a pigeonhole with letters, as the icon has it at small sizes (`packaging/icon-small.svg`). */
export const Mark = ({ className = 'size-5' }: { readonly className?: string }) => (
  <svg viewBox="0 0 16 16" className={`${className} shrink-0`} aria-hidden="true">
    <rect width="16" height="16" rx="4" fill="#3a66e4" />
    <path d="M4 2h8a2 2 0 0 1 2 2v4H2V4a2 2 0 0 1 2-2z" fill="#14296c" />
    <rect x="4" y="4" width="8" height="4" rx="0.75" fill="#ffc048" />
    <rect x="2" y="6" width="12" height="8" rx="1.25" fill="#ffffff" />
    <path d="M2.25 7l5 3.5q.75.5 1.5 0l5-3.5" fill="none" stroke="#3a66e4" strokeWidth="1.4" />
  </svg>
)
