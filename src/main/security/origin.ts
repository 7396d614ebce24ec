export const APP_SCHEME = 'app'
/** The one origin that a window of Mailroom ever shows. */
export const APP_ORIGIN = 'app://mailroom'
/** The main window's page. */
export const APP_PAGE = 'app://mailroom/index.html'
/** The small window's. */
export const QUICK_PAGE = 'app://mailroom/quick/index.html'
/** That of the small window for messages. */
export const MAIL_PAGE = 'app://mailroom/mail/index.html'
