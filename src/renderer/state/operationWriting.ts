import { create } from 'zustand'

/** The job that was begun last of an operation by hand, by account and operation, as long as the window is open. */
export const useBegun = create<Readonly<Record<string, string>>>(() => ({}))

export const noteBegun = (accountId: string, operation: string, jobId: string): void =>
  useBegun.setState({ [`${accountId}/${operation}`]: jobId })
