declare module 'cytoscape-fcose' {
  import type cytoscape from 'cytoscape'
  const fcose: (register: typeof cytoscape) => void
  export default fcose
}
