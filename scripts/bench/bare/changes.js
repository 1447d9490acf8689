/** The least that a page can do to hide and show links, timed by the very clock of Dyad. */
import { measureToFrame, noteInput } from '../../../src/panels/inputToFrame.ts'

/**
 * Hides all but the elements of some ids. From then on a click hides and shows what the bench has put in `window.change`:
 * `{ hide, show }`, by ids.
 */
export function hideAndShow(cy, opening) {
  const isThere = new Set(opening)
  cy.elements().forEach((element) => element.toggleClass('absent', !isThere.has(element.id())))
  document.addEventListener('click', () => {
    noteInput('selection')
    const { hide, show } = window.change
    cy.batch(() => {
      for (const id of hide) cy.getElementById(id).addClass('absent')
      for (const id of show) cy.getElementById(id).removeClass('absent')
    })
    measureToFrame('selection')
  })
}
