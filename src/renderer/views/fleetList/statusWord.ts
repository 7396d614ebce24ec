import { fleetListText } from '../../../shared/text/window/fleetList'

/** A word that programs write: capitals, figures and underscores only. */
const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/

/** A status as the service names it, only spelled for people: `IN_PROGRESS` reads `In progress`. What else it says stays as it is; '' says that there is none. */
export function statusWord(status: string): string {
  if (status === '') return fleetListText.none
  return CODE.test(status) ? status.slice(0, 1) + status.slice(1).toLowerCase().replaceAll('_', ' ') : status
}
