import { useCallback, useRef } from 'react'
import type { Job } from '../../shared/job'
import { call } from '../bridge'
import { useTopics } from './useTopics'

const topics = ['jobs'] as const

/** Answers what is told of a job that was begun; `then` is called once it is not running any more, however it ended. */
export function useAfterJob(then: () => void): (job: Pick<Job, 'id'>) => void {
  const followed = useRef<string | null>(null)
  const latest = useRef(then)
  latest.current = then
  const look = useCallback(async () => {
    const id = followed.current
    if (id === null) return
    const shown = await call('jobs.get', { id })
    if (followed.current !== id || (shown.ok && shown.value.isRunning)) return
    followed.current = null
    latest.current()
  }, [])
  useTopics(topics, look)
  return useCallback(
    ({ id }) => {
      followed.current = id
      void look()
    },
    [look],
  )
}
