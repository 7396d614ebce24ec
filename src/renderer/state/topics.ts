import type { Topic } from '../../shared/contract'

const followers = new Map<Topic, Set<() => Promise<void>>>()

/** What a screen shows that is loaded when it is opened: it follows a topic from then on, until what this answers is called. */
export function followTopic(topic: Topic, refresh: () => Promise<void>): () => void {
  const known = followers.get(topic) ?? new Set()
  followers.set(topic, known.add(refresh))
  return () => void known.delete(refresh)
}

/** Something of a topic is not what it was. */
export const refreshTopic = (topic: Topic): Promise<void> =>
  Promise.all([...(followers.get(topic) ?? [])].map((refresh) => refresh())).then(() => undefined)
