import { ExternalLink } from 'lucide-react'
import type { Link } from '../../../shared/app'
import { aboutText } from '../../../shared/text/window/about'
import { commonText } from '../../../shared/text/window/common'
import { appInfo, openLink, showFolder } from '../../state/app'
import { Button } from '../../ui/Button'
import { Part } from '../../ui/Part'
import { Problem } from '../../ui/Problem'
import { Mark } from '../shell/Mark'

/** What this Mailroom is made of, and where its things are. */
export function About() {
  const { data, error } = appInfo.use()
  if (data === null) {
    return error === null ? null : <Problem error={error} context={{ redo: () => void appInfo.refresh() }} />
  }
  const { version, platform, runtime } = data
  const versions = [
    [aboutText.mailroom, version],
    [aboutText.electron, runtime.electron],
    [aboutText.pinned, runtime.pinned],
    [aboutText.chromium, runtime.chromium],
    [aboutText.node, runtime.node],
    [aboutText.platform, platform],
  ] as const
  return (
    <>
      <div className="flex items-center gap-3">
        <Mark className="size-10" />
        <div>
          <p className="text-lg font-semibold">{commonText.brand}</p>
          <p className="text-ink-soft select-text">
            {aboutText.version(version)} · {aboutText.lead}
          </p>
        </div>
      </div>
      <Part title={aboutText.versions}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 select-text">
          {versions.map(([name, value]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="font-mono wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={aboutText.data} lead={aboutText.dataLead}>
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => void showFolder('data')}>{aboutText.openDataFolder}</Button>
          <Button onPress={() => void showFolder('logs')}>{aboutText.openLogs}</Button>
        </div>
      </Part>
      <Part title={aboutText.links}>
        <div className="flex flex-wrap gap-2">
          <Outside link="licences">{aboutText.licences}</Outside>
          <Outside link="likedo">{aboutText.likeDo}</Outside>
          <Outside link="likedo-plans">{aboutText.plans}</Outside>
        </div>
      </Part>
    </>
  )
}

const Outside = ({ link, children }: { readonly link: Link; readonly children: string }) => (
  <Button
    icon={<ExternalLink className="size-3.5 text-ink-soft" aria-hidden="true" />}
    onPress={() => void openLink(link)}
  >
    {children}
  </Button>
)
