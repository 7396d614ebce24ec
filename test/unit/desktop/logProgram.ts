import { openLog } from '../../../src/main/desktop/log'

// Writes one fault to the log in each folder that it is given.
for (const folder of process.argv.slice(2)) openLog(folder).fault('ab12cd34', new Error('no such table'))
