import { changeSettings, settings } from './settings'

/** Whether credentials, balances and links are masked; also as long as nobody knows yet. */
export const useIsSensitiveHidden = (): boolean => settings.use(({ data }) => data?.isSensitiveHidden ?? true)

/** The menu's "Hide Sensitive", and what takes it back. */
export function hideSensitive(isSensitiveHidden: boolean): Promise<boolean> {
  return changeSettings({ isSensitiveHidden })
}

export const toggleSensitive = (): Promise<boolean> =>
  hideSensitive(settings.use.getState().data?.isSensitiveHidden !== true)
