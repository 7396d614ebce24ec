import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from './answer'
import type { Arrival, ArrivalLog } from './arrivals'
import type { Cut } from './faults'
import type { Reply } from './served'

/** So much time lies between the last bytes of half an answer and the reset, which would else overtake them. */
const RESET_AFTER_MS = 40

/** What carries an exchange. `closing` ends every wait; `isOffline` says that it was the server that closed connections. */
export interface Wire {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly closing: AbortSignal
  readonly isOffline: () => boolean
}

/** One request under way: how the service acts on it, and everything that can be done to its connection. */
export class Exchange {
  readonly arrival: Arrival
  readonly #log: ArrivalLog
  readonly #request: IncomingMessage
  readonly #response: ServerResponse
  readonly #socket: Socket
  readonly #closing: AbortSignal
  readonly #left: Promise<void>
  #reply: ((commit: boolean) => Reply) | undefined

  constructor(arrival: Arrival, log: ArrivalLog, { request, response, closing, isOffline }: Wire) {
    this.arrival = arrival
    this.#log = log
    this.#request = request
    this.#response = response
    this.#socket = request.socket
    this.#closing = closing
    this.#left = new Promise((resolve) => {
      if (this.#socket.destroyed) resolve()
      const onClose = () => {
        this.#end(isOffline() ? 'offline' : 'client')
        resolve()
      }
      this.#socket.once('close', onClose)
      // A kept-alive connection outlives many exchanges.
      response.once('finish', () => this.#socket.off('close', onClose))
    })
  }

  /** Reads the body; null if the connection broke before its end. */
  async read(): Promise<string | null> {
    const parts: Buffer[] = []
    try {
      for await (const part of this.#request) {
        parts.push(part)
        this.arrival.body = Buffer.concat(parts).toString('utf8')
      }
    } catch {
      return null
    }
    this.arrival.body ??= ''
    return this.arrival.body
  }

  /** Says how the service replies: known once the body was read. */
  replyWith(reply: (commit: boolean) => Reply): void {
    this.#reply = reply
  }

  /** Lets the service do what was asked for. */
  act(): Answer {
    const { answer, created } = this.#replying(true)
    this.arrival.effect = { status: answer.status, created, at: Date.now() }
    this.#log.reach('acted', this.arrival)
    return answer
  }

  /** What it would say, without doing it. */
  imagine(): Answer {
    return this.#replying(false).answer
  }

  actIf(act: boolean): Answer {
    return act ? this.act() : this.imagine()
  }

  /** Rejects with an AbortError when the server closes. */
  wait(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.#closing })
  }

  /** Resolves when the client (or the server itself) has closed the connection. */
  clientLeft(): Promise<void> {
    return this.#left
  }

  send(answer: Pick<Answer, 'status' | 'headers'> & { readonly body: string | Buffer }): void {
    const body = Buffer.from(answer.body)
    this.arrival.answered = { status: answer.status, whole: false }
    this.#response.once('finish', () => {
      this.#answeredWhole(answer.status)
    })
    this.#response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length })
    this.#response.end(body)
  }

  /** Sends the head at once and the body a byte every `intervalMs`. */
  async trickle(answer: Answer, intervalMs: number): Promise<void> {
    const body = Buffer.from(answer.body)
    this.arrival.answered = { status: answer.status, whole: false }
    this.#response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length })
    this.#response.flushHeaders()
    for (const byte of body) {
      await this.wait(intervalMs)
      if (this.#socket.destroyed) return
      this.#response.write(Buffer.of(byte))
    }
    this.#response.end(() => {
      this.#answeredWhole(answer.status)
    })
  }

  /** Writes bytes as they are, then breaks the connection. */
  async sendRaw(bytes: string, how: Cut, status: number | null): Promise<void> {
    if (status !== null) this.arrival.answered = { status, whole: false }
    await new Promise<void>((resolve) => this.#socket.write(bytes, 'latin1', () => resolve()))
    if (how === 'reset') await this.wait(RESET_AFTER_MS)
    this.cut(how)
  }

  cut(how: Cut): void {
    this.#end('cut')
    if (how === 'fin') {
      this.#socket.end()
      // What the client still sends must be read, or closing turns into a reset.
      this.#request.resume()
    } else if ('encrypted' in this.#socket) {
      this.#socket.destroy()
    } else {
      this.#socket.resetAndDestroy()
    }
  }

  #answeredWhole(status: number): void {
    if (this.arrival.ended !== null) return
    this.arrival.answered = { status, whole: true }
    this.#log.reach('answered', this.arrival)
    this.#end('answered')
  }

  #replying(commit: boolean): Reply {
    if (!this.#reply) throw new Error('a request was to be answered before it was read')
    return this.#reply(commit)
  }

  #end(how: NonNullable<Arrival['ended']>): void {
    if (this.arrival.ended !== null) return
    this.arrival.ended = how
    this.#log.reach('ended', this.arrival)
  }
}
