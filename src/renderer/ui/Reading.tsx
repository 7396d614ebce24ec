/** Something is being read that is not there yet. Appears only where it takes long enough to be noticed. */
export const Reading = ({ words }: { readonly words: string }) => (
  <div className="p-4 [animation:enter_200ms_300ms_both]" role="progressbar" aria-label={words}>
    {[44, 60, 36, 52, 40].map((width) => (
      <div key={width} className="flex h-10 items-center border-b border-line">
        <div className="h-3 animate-breathe rounded-sm bg-pressed" style={{ width: `${width}%` }} />
      </div>
    ))}
  </div>
)
