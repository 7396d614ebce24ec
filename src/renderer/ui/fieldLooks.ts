/** How the parts of every field look, so that a form is of one piece. */
export const fieldLooks = {
  label: 'text-base font-medium text-ink',
  input:
    'h-8 w-full rounded-md border border-control-line bg-canvas px-2.5 text-base text-ink select-text focus-visible:outline-offset-0 aria-invalid:border-danger-ink disabled:opacity-60',
  hint: 'text-sm text-ink-soft',
  complaint: 'text-sm text-danger-ink',
} as const
