import { HardDrive } from 'lucide-react'
import { useEffect } from 'react'
import type { AppError } from '../../../shared/errors'
import { explain, nextStepLabels } from '../../../shared/text/errors'
import { shellText } from '../../../shared/text/window/shell'
import { showFolder } from '../../state/app'
import { Button } from '../../ui/Button'
import { Message } from '../../ui/Message'
import { Notices } from '../shell/Notices'

/** The stored data cannot be used: the words, the way to it, and nothing that would write. */
export function StorageProblem({ error }: { readonly error: AppError }) {
  const { reason, advice } = explain(error)
  useEffect(() => {
    document.title = shellText.title(shellText.storageTitle, false)
  }, [])
  return (
    <main className="h-full">
      <h1 className="sr-only">{shellText.storageTitle}</h1>
      <div role="alert" className="h-full">
        <Message
          icon={<HardDrive className="size-5" aria-hidden="true" />}
          title={`${reason}.`}
          actions={
            <>
              <Button look="primary" onPress={() => void showFolder('data')}>
                {nextStepLabels['open-data-folder']}
              </Button>
              <Button onPress={() => void showFolder('logs')}>{nextStepLabels['open-logs']}</Button>
            </>
          }
        >
          {advice}
        </Message>
      </div>
      <Notices />
    </main>
  )
}
