// Runs the program named by CCHC_PROBE and tells when its window painted its first frame, and when the plan could be read.
// Moments are absolute, so that the process that started this one can subtract its own.
import { app } from 'electron'

const tell = (what) => console.log(`CCHC ${what} ${performance.timeOrigin + performance.now()}`)
// The plan is gone to as soon as the window can ask which one it is.
const READABLE = `(async () => {
  const plans = await window.bridge.call('plan.list', {})
  location.hash = '/ke-hoach/' + plans.value[0].plan.id
  await new Promise((resolve) => {
    const look = () => ((document.querySelector('[contenteditable="true"]')?.textContent ?? '').length > 1000 ? resolve() : requestAnimationFrame(look))
    look()
  })
})()`

app.on('browser-window-created', (_event, window) => {
  window.once('ready-to-show', () => tell('frame'))
  window.webContents.once('dom-ready', async () => {
    // An empty window has no plan to wait for.
    if (process.env.CCHC_EMPTY !== undefined) return
    await window.webContents.executeJavaScript(READABLE)
    tell('readable')
  })
})

await import(process.env.CCHC_PROBE)
