import { credentialExportText as text } from '../../../shared/text/window/exports'
import { cancelCredentialExport, useCredentialExport } from '../../state/credentialExport'
import { Button } from '../../ui/Button'
import { Spinner } from '../../ui/Spinner'

/** How far a file with credentials is, and the way to end it; nothing where none is being written. */
export function CredentialExportBand() {
  const now = useCredentialExport((state) => state.now)
  if (now === null) return null
  const { count, progress, isCancelling } = now
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-sunken px-4 py-1 text-sm text-ink-soft">
      <Spinner />
      {progress === null ? (
        <span>{text.choosing}</span>
      ) : (
        <>
          <span>{text.progress(progress.done, count)}</span>
          <span aria-hidden="true">·</span>
          <span>{text.left(progress.leftMs)}</span>
          <Button
            size="small"
            className="ml-auto"
            isPending={isCancelling}
            onPress={() => void cancelCredentialExport()}
          >
            {isCancelling ? text.cancelling : text.cancel}
          </Button>
        </>
      )}
    </div>
  )
}
