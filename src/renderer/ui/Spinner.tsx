/** Something is under way. Says nothing by itself: the words stand beside it. */
export const Spinner = ({ className = 'size-3.5' }: { readonly className?: string }) => (
  <svg className={`${className} shrink-0 animate-turn`} viewBox="0 0 16 16" fill="none" aria-hidden="true">
    <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeWidth="1.75" opacity="0.25" />
    <path
      d="M8 1.75A6.25 6.25 0 0 1 14.25 8"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
    />
  </svg>
)
