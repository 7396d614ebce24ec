import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepFocusPastOverlays } from '../ui/focusAfterOverlay'
import { MailApp } from './MailApp'
import { followMain } from './order'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no place for the window')

followMain()
keepFocusPastOverlays()
createRoot(root).render(
  <StrictMode>
    <MailApp />
  </StrictMode>,
)
