import { create } from 'zustand'
import type { Activity, ActivityView } from '../../shared/activity'
import { ok } from '../../shared/result'
import { call } from '../bridge'
import { showScreen } from './app'
import { createPages, type Page } from './pages'

/** All of Activity. */
export const wholeActivity: ActivityView = {
  ...{ search: '', kinds: [], outcomes: [], accountIds: [], isAttention: false },
}

/** What Activity is asked to show. The rows that are drawn may still answer the view before. */
export const useActivityView = create<ActivityView>(() => wholeActivity)

interface ActivityPage extends Page<Activity> {
  readonly view: ActivityView
}

/** Everything that Mailroom was asked to write, newest first. */
export const activity = createPages<Activity, ActivityPage>({
  async ask(offset, limit) {
    const view = useActivityView.getState()
    const page = await call('activity.list', { offset, limit, view })
    return page.ok ? ok({ ...page.value, view }) : page
  },
})
useActivityView.subscribe(() => void activity.restart())

/** Shows what waits for its user's eye, and nothing else. */
export function showAttention(): void {
  useActivityView.setState({ ...wholeActivity, isAttention: true })
  showScreen('activity')
}
