// Runs the program named by CCHC_PROBE and tells when its window was ready to be shown, when its first words were on the screen, and when the
// plan could be read. Moments are absolute, so that the process that started this one can subtract its own.
import { app } from 'electron'

const tell = (what, at = performance.timeOrigin + performance.now()) => console.log(`CCHC ${what} ${at}`)
// A window may be shown white: its first words are what a person sees.
const PAINTED = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const first = list.getEntriesByName('first-contentful-paint')[0]
    if (first !== undefined) resolve(performance.timeOrigin + first.startTime)
  }).observe({ type: 'paint', buffered: true })
})`
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
    if (process.env.CCHC_MOMENT === 'readable') {
      await window.webContents.executeJavaScript(READABLE)
      tell('readable')
    } else {
      tell('painted', await window.webContents.executeJavaScript(PAINTED))
    }
  })
})

await import(process.env.CCHC_PROBE)
