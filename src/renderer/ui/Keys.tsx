import { shortcutWords } from '../../shared/text/window/desktop'

/** A key combination, drawn as keys and read as words. */
export const Keys = ({ accelerator }: { readonly accelerator: string }) => (
  <kbd className="inline-flex flex-wrap gap-1 font-sans">
    {shortcutWords(accelerator)
      .split('+')
      .map((key, place) => (
        <span key={key}>
          {place > 0 && <span className="sr-only">+</span>}
          <span className="inline-flex h-6 min-w-6 items-center justify-center rounded-md border border-control-line border-b-2 bg-sunken px-1.5 text-sm font-medium">
            {key}
          </span>
        </span>
      ))}
  </kbd>
)
