/** How a window is looked at: the system's theme, and the size of its page in CSS pixels. */
export interface Look {
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly height: number
}

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const

/** Every picture is made in each of these. */
export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  sizes.map((size) => ({ theme, ...size })),
)

/** The end of a picture's name: `light-1280x800`. */
export const lookName = ({ theme, width, height }: Look): string => `${theme}-${width}x${height}`
