import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followMain } from './known'
import { QuickApp } from './QuickApp'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no place for the window')

followMain()
createRoot(root).render(
  <StrictMode>
    <QuickApp />
  </StrictMode>,
)
