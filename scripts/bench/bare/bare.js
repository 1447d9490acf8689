/** The least that a page can do to show the same graph: fetch the elements and let Cytoscape draw them. */
import cytoscape from 'cytoscape'

const container = document.querySelector('#graph')
const asked = new URLSearchParams(location.search)
container.style.width = `${asked.get('width')}px`
container.style.height = `${asked.get('height')}px`

const { elements, style, opening } = await (await fetch(`./${asked.get('elements') ?? 'elements'}.json`)).json()
const cy = cytoscape({ container, elements, style, layout: { name: 'preset', fit: true, padding: 14 } })
// Of a file of other people's data, changes are measured too.
if (opening) (await import('./changes.js')).hideAndShow(cy, opening)
// The bench asks it for a picture.
window.graph = cy
cy.one('render', () => {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => performance.mark('dyad:graph-painted')
  channel.port2.postMessage(null)
})
