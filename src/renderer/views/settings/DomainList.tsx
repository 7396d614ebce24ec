import { ArrowDown, ArrowUp, Star, X } from 'lucide-react'
import type { Settings } from '../../../shared/settings'
import { settingsText } from '../../../shared/text/window/settings'
import { changeSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { AddDomain } from './AddDomain'
import { moveDomain, removeDomain, setTier } from './domains'
import { TierSelect } from './TierSelect'

const small = 'size-4'

/** The domains that addresses can be made at, in the order in which they are offered. */
export function DomainList({ settings }: { readonly settings: Settings }) {
  const { domains, defaultDomain } = settings
  const change = (part: Partial<Settings>) => void changeSettings(part)
  return (
    <>
      <ul className="-mx-4 -mt-4 divide-y divide-line border-b border-line">
        {domains.map(({ domain, tier }, index) => (
          <li key={domain} className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2">
            <Button
              look="quiet"
              size="icon"
              aria-label={
                domain === defaultDomain ? settingsText.isDefault : settingsText.makeDefault(domain)
              }
              aria-pressed={domain === defaultDomain}
              icon={
                <Star
                  className={
                    domain === defaultDomain
                      ? 'size-4 fill-accent-ink text-accent-ink'
                      : 'size-4 text-ink-soft'
                  }
                />
              }
              onPress={() => change({ defaultDomain: domain })}
            />
            <span className="min-w-32 flex-1 truncate font-mono select-text" title={domain}>
              {domain}
            </span>
            <TierSelect
              label={settingsText.tierOf(domain)}
              isLabelHidden
              value={tier}
              onChange={(chosen) => change(setTier(settings, domain, chosen))}
            />
            <span className="flex">
              <Button
                look="quiet"
                size="icon"
                aria-label={settingsText.moveUp(domain)}
                isDisabled={index === 0}
                icon={<ArrowUp className={small} />}
                onPress={() => change(moveDomain(settings, index, -1))}
              />
              <Button
                look="quiet"
                size="icon"
                aria-label={settingsText.moveDown(domain)}
                isDisabled={index === domains.length - 1}
                icon={<ArrowDown className={small} />}
                onPress={() => change(moveDomain(settings, index, 1))}
              />
              <Button
                look="quiet"
                size="icon"
                aria-label={settingsText.remove(domain)}
                isDisabled={domains.length === 1}
                icon={<X className={small} />}
                onPress={() => change(removeDomain(settings, domain))}
              />
            </span>
          </li>
        ))}
      </ul>
      <AddDomain settings={settings} />
    </>
  )
}
