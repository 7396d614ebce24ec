import type { FormEvent, ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { commonText } from '../../shared/text/window/common'
import { Button } from './Button'
import { classes } from './classes'
import { useOpenForm } from './openForms'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  /** The last control: does what the dialog is for. Left out where nothing is left to do. */
  readonly action?: ReactNode
  readonly onSubmit: () => void
  readonly children: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
  /** Leaves it where there is nothing to cancel. */
  readonly closeLabel?: string
  /** For what is read in rows. */
  readonly isWide?: boolean
}

/** A form over the window. Escape and "Cancel" leave it; a press beside it does not lose what was typed. */
export function Dialog({
  title,
  onClose,
  action,
  onSubmit,
  children,
  role = 'dialog',
  ...rest
}: DialogProps) {
  const { closeLabel = commonText.cancel, isWide = false } = rest
  useOpenForm()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      className="fixed inset-0 z-40 flex items-center justify-center bg-shade p-4 data-entering:animate-enter"
    >
      <Modal
        className={classes(
          'flex max-h-full w-full overflow-hidden rounded-xl border border-line bg-raised shadow-dialog data-entering:animate-rise',
          isWide ? 'max-w-190' : 'max-w-118',
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 w-full flex-col outline-none">
          <form onSubmit={submit} noValidate className="flex min-h-0 min-w-0 flex-col">
            <Heading slot="title" className="px-5 pt-4 pb-3 text-lg font-semibold wrap-anywhere">
              {title}
            </Heading>
            <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-5 pt-0.5 pb-5">
              {children}
            </div>
            <div className="flex flex-wrap justify-end gap-2 border-t border-line bg-sunken px-5 py-3">
              <Button onPress={onClose}>{closeLabel}</Button>
              {action}
            </div>
          </form>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
