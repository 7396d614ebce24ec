import './state/first'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { followMain } from './state/follow'
import { keepFocusPastOverlays } from './ui/focusAfterOverlay'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no place for the window')

followMain()
keepFocusPastOverlays()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
