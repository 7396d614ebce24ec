import type { Page } from '@playwright/test'

/** Every way out of a page to a server on this computer that Chromium knows; answers what came of each. */
export function tryToLeave(page: Page, port: number): Promise<Record<string, string>> {
  return page.evaluate(async (target) => {
    const host = `127.0.0.1:${target}`
    const outcomes: Record<string, string> = {}
    const attempt = async (name: string, act: () => Promise<string> | string) => {
      const late = new Promise<string>((resolve) => setTimeout(resolve, 1_500, 'nothing came'))
      try {
        outcomes[name] = await Promise.race([act(), late])
      } catch (error) {
        outcomes[name] = error instanceof Error ? error.name : 'refused'
      }
    }
    const loaded = (element: HTMLElement, give: () => void) =>
      new Promise<string>((resolve) => {
        element.addEventListener('load', () => resolve('reached'))
        element.addEventListener('error', () => resolve('refused'))
        give()
        document.head.append(element)
      })
    const opened = (source: EventTarget) =>
      new Promise<string>((resolve) => {
        source.addEventListener('open', () => resolve('reached'))
        source.addEventListener('error', () => resolve('refused'))
      })

    await attempt('fetch', () => fetch(`http://${host}/`).then(() => 'reached'))
    await attempt('fetch without answer', () =>
      fetch(`http://${host}/`, { mode: 'no-cors', method: 'POST', body: 'x' }).then(() => 'reached'),
    )
    await attempt('request', () => {
      const request = new XMLHttpRequest()
      request.open('GET', `http://${host}/`)
      return new Promise((resolve) => {
        request.onload = () => resolve('reached')
        request.onerror = () => resolve('refused')
        request.send()
      })
    })
    await attempt('socket', () => opened(new WebSocket(`ws://${host}/`)))
    await attempt('events', () => opened(new EventSource(`http://${host}/`)))
    await attempt('beacon', () => (navigator.sendBeacon(`http://${host}/`, 'x') ? 'queued' : 'refused'))
    await attempt('picture', () => {
      const picture = new Image()
      return loaded(picture, () => {
        picture.src = `http://${host}/a.png`
      })
    })
    await attempt('styles', () => {
      const link = document.createElement('link')
      return loaded(link, () => Object.assign(link, { rel: 'stylesheet', href: `http://${host}/a.css` }))
    })
    for (const rel of [
      'prefetch',
      'preload',
      'preconnect',
      'dns-prefetch',
      'prerender',
      'manifest',
      'icon',
    ]) {
      await attempt(`link ${rel}`, () => {
        const link = document.createElement('link')
        return loaded(link, () => Object.assign(link, { rel, as: 'image', href: `http://${host}/${rel}` }))
      })
    }
    await attempt('frame', () => {
      const frame = document.createElement('iframe')
      frame.src = `http://${host}/`
      document.body.append(frame)
      return 'made'
    })
    await attempt('font', () =>
      new FontFace('Elsewhere', `url(http://${host}/a.woff2)`).load().then(() => 'reached'),
    )
    await attempt('peer', async () => {
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${host}` },
          { urls: `turn:${host}?transport=udp`, username: 'a', credential: 'b' },
          { urls: `turn:${host}?transport=tcp`, username: 'a', credential: 'b' },
        ],
      })
      peer.createDataChannel('a')
      await peer.setLocalDescription(await peer.createOffer())
      return new Promise((resolve) => {
        peer.onicecandidate = ({ candidate }) =>
          resolve(candidate === null ? 'no candidate' : candidate.candidate)
      })
    })
    return outcomes
  }, port)
}

/** Asks for everything that the system may be asked for; answers what the system said. */
export function askForPermissions(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const answers: Record<string, string> = {}
    const ask = async (name: string, act: () => Promise<string>) => {
      const late = new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'asked the user'))
      answers[name] = await Promise.race([
        Promise.resolve()
          .then(act)
          .catch((error: unknown) => (error instanceof Error ? `no: ${error.name}` : 'no')),
        late,
      ])
    }
    const queried = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
      'persistent-storage',
      'idle-detection',
      'local-fonts',
      'window-management',
      'screen-wake-lock',
      'storage-access',
      'background-sync',
    ]
    for (const name of queried) {
      await ask(`state of ${name}`, async () => {
        // TypeScript knows only the permissions that every browser has.
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return state === 'granted' ? 'yes' : `no: ${state}`
      })
    }
    await ask('notifications', async () =>
      (await Notification.requestPermission()) === 'granted' ? 'yes' : 'no',
    )
    await ask('camera', () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'yes'))
    await ask('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'yes'))
    await ask('screen', () => navigator.mediaDevices.getDisplayMedia().then(() => 'yes'))
    await ask('reading the clipboard', () => navigator.clipboard.readText().then(() => 'yes'))
    await ask('writing the clipboard', () => navigator.clipboard.writeText('x').then(() => 'yes'))
    await ask('instruments', () => navigator.requestMIDIAccess().then(() => 'yes'))
    await ask(
      'place',
      () =>
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('yes'),
            ({ code }) => resolve(`no: ${code}`),
          ),
        ),
    )
    await ask('keeping for ever', async () => ((await navigator.storage.persist()) ? 'yes' : 'no'))
    for (const device of ['usb', 'hid', 'serial', 'bluetooth']) {
      await ask(device, async () => {
        // Not in TypeScript's own types; missing ones are as good as denied.
        const api = (navigator as unknown as Record<string, Record<string, (o: object) => Promise<unknown>>>)[
          device
        ]
        const request = api?.requestDevice ?? api?.requestPort
        if (api === undefined || request === undefined) return 'no: not there'
        const found = await request.call(
          api,
          device === 'bluetooth' ? { acceptAllDevices: true } : { filters: [] },
        )
        return Array.isArray(found) && found.length === 0 ? 'no: none' : 'yes'
      })
    }
    return answers
  })
}
