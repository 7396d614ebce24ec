import type { AddressStyle } from '../../../shared/address'

/** In the order in which they are offered. */
export const STYLES: readonly AddressStyle[] = ['words', 'random', 'prefix']
