import { TriangleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { nextStepLabels } from '../../../shared/text/errors'
import { shellText } from '../../../shared/text/window/shell'
import { showFolder } from '../../state/app'
import { Button } from '../../ui/Button'
import { Message } from '../../ui/Message'

/** Stands in for a part of the window that could not be drawn or loaded. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <div role="alert" className="h-full">
        <Message
          icon={<TriangleAlert className="size-5" aria-hidden="true" />}
          title={shellText.broken}
          actions={
            <>
              <Button look="primary" onPress={() => location.reload()}>
                {shellText.reload}
              </Button>
              <Button onPress={() => void showFolder('logs')}>{nextStepLabels['open-logs']}</Button>
            </>
          }
        >
          {shellText.brokenAdvice}
        </Message>
      </div>
    )
  }
}
