import { FlaskConical, ShieldAlert } from 'lucide-react'
import type { AppInfo } from '../../../shared/app'
import { shellText } from '../../../shared/text/window/shell'
import { Band } from '../../ui/Band'

/** What holds for the whole window: sample data, a runtime that is not the one Mailroom is meant for. */
export const Bands = ({ info: { isDemo, runtime } }: { readonly info: AppInfo }) => (
  <>
    {isDemo && (
      <Band tone="sample" icon={<FlaskConical className="size-4" />}>
        <strong className="font-semibold">{shellText.sample}</strong>
        <span className="ml-2">{shellText.sampleMeaning}</span>
      </Band>
    )}
    {runtime.electron !== runtime.pinned && (
      <Band tone="warn" icon={<ShieldAlert className="size-4" />}>
        {shellText.runtime(runtime)}
      </Band>
    )}
  </>
)
