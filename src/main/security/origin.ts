export const APP_SCHEME = 'app'
/** The one origin that a window of Mailroom ever shows. */
export const APP_ORIGIN = 'app://mailroom'
export const APP_PAGE = 'app://mailroom/index.html'
