import { serveAsProcess } from '../loopback/process'
import { remoteMethods } from './remoteMethods'
import { startLikeDo } from './server'

await serveAsProcess(startLikeDo, remoteMethods)
