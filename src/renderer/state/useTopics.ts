import { useEffect } from 'react'
import type { Topic } from '../../shared/contract'
import { followTopic } from './topics'

/**
 * Reads what a part of a screen shows: when it comes, and whenever something of the topics is not what it was, until it goes.
 * Both are to be the same at every drawing, until something else is to be read.
 */
export function useTopics(topics: readonly Topic[], read: () => Promise<void>): void {
  useEffect(() => {
    void read()
    const stops = topics.map((topic) => followTopic(topic, read))
    return () => {
      for (const stop of stops) stop()
    }
  }, [topics, read])
}
