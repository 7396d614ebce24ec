import { randomUUID } from 'node:crypto'

/** An address as the service holds it; all but `user` is what its answers show. */
export interface HeldAddress {
  readonly id: string
  readonly email: string
  readonly tag: string | null
  readonly like: boolean
  readonly pin: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly user: string
}

/** Whom an address must not collide with: anybody's addresses, or only those of the same user. */
export type Uniqueness = 'everybody' | 'user'

/** Who holds which addresses. */
export class Directory {
  #held: HeldAddress[] = []

  /** Makes an address without keeping it. `at` is epoch milliseconds. */
  make(user: string, email: string, tag: string | null, at: number): HeldAddress {
    return {
      id: randomUUID(),
      email,
      tag,
      like: false,
      pin: false,
      createdAt: new Date(at).toISOString(),
      user,
    }
  }

  keep(address: HeldAddress): void {
    this.#held.push(address)
  }

  /** True if the service would answer 409. Case never tells two addresses apart. */
  isTaken(user: string, email: string, uniqueness: Uniqueness): boolean {
    return this.holders(email).some((holder) => uniqueness === 'everybody' || holder === user)
  }

  /** The users who hold this address. */
  holders(email: string): string[] {
    const wanted = email.toLowerCase()
    return this.#held
      .filter((address) => address.email.toLowerCase() === wanted)
      .map((address) => address.user)
  }

  /** Newest first. */
  of(user: string): HeldAddress[] {
    return this.#held.filter((address) => address.user === user).reverse()
  }

  /** Deletes the address wherever it is held; true if it was. */
  remove(email: string): boolean {
    const before = this.#held.length
    const wanted = email.toLowerCase()
    this.#held = this.#held.filter((address) => address.email.toLowerCase() !== wanted)
    return this.#held.length < before
  }

  /** Addresses made in the calendar month (UTC) of `at`. */
  madeInMonth(user: string, at: number): number {
    const month = new Date(at).toISOString().slice(0, 7)
    return this.#held.filter((address) => address.user === user && address.createdAt.startsWith(month)).length
  }
}
