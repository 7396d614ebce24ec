import { serveAsProcess } from '../loopback/process'
import { remoteMethods } from './remoteMethods'
import { startLitemail } from './server'

await serveAsProcess(startLitemail, remoteMethods)
