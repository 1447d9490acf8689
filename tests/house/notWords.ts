import { NOT_WORDS_OF_READERS } from './notWordsOfReaders.ts'

/**
 * Files and folders that say nothing on the page: tools of the build, the command line, names of states and of columns, file
 * formats.
 */
export const NOT_WORDS_AT_ALL: readonly string[] = [
  'src/terminal/',
  'src/formats/actors/',
  'src/formats/cataloguesPlugin.ts',
  'src/formats/changedYaml.ts',
  'src/formats/chunksPlugin.ts',
  'src/formats/copyPlugin.ts',
  'src/formats/csvFile.ts',
  'src/formats/dataChecks.ts',
  'src/formats/dataFolder',
  'src/formats/datasetPlugin.ts',
  'src/formats/edgeListFile.ts',
  'src/formats/edgeListMapping.ts',
  'src/formats/flagsPlugin.ts',
  'src/formats/fontsPlugin.ts',
  'src/formats/leanPlugin.ts',
  'src/formats/offlinePlugin.ts',
  'src/formats/packageTables.ts',
  'src/formats/policyPlugin.ts',
  'src/formats/relationTypes.ts',
  'src/formats/singlePlugin.ts',
  'src/formats/yamlFile.ts',
  'src/language/',
  'src/pictures/reportPage.ts',
  'src/pictures/xmlReader.ts',
  'src/pictures/xmp.ts',
  'src/panels/matrix/matrixSheet.ts',
  'src/panels/table/saveTable.ts',
]

/** Texts that look like words and are none, by file: names of fonts and of fields in files, parts of formats. */
export const NOT_WORDS: Readonly<Record<string, readonly string[]>> = {
  ...NOT_WORDS_OF_READERS,
  'src/state/editing.ts': ['Dyad’s own'],
  'src/model/schema.ts': ['USD bn', 'USD m', 'EUR bn', 'RUB bn', 'CNY bn', 'INR bn', 'JPY bn', 'Mt', 'TIV m'],
  'src/canvas/font.ts': [
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  ],
  'src/canvas/canvas.ts': ['position: absolute; inset: 0'],
  'src/canvas/linkLayer.ts': ['position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none'],
  'src/canvas/paint.ts': ['600 {}px {}', '700 {}px {}'],
  'src/app/start.ts': ['button primary'],
  // Parts of the page, for a report of a fault.
  'src/app/App.tsx': ['top bar', 'Filters', 'Details', 'dialog {}', 'view {}', 'as-of date'],
  'src/panels/Stage.tsx': ['Network'],
  // A name that nobody has.
  'src/formats/readWorker.ts': ['no state'],
  // The names of fonts, and what those who make Dyad read of a file that is none.
  'src/pictures/fontFaces.ts': ['Arimo', 'Arimo, sans-serif'],
  'src/pictures/fonts.ts': [
    'Arimo',
    'Noto Sans SC',
    'Noto Sans JP',
    'Noto Sans KR',
    'Noto Sans Devanagari',
    'Noto Sans Armenian',
    'Noto Sans Arabic',
    'Noto Sans Thai',
    'Noto Sans Myanmar',
    'Noto Sans Lao',
    'Noto Sans Khmer',
    'Noto Sans Sinhala',
  ],
  'src/pictures/pdfDocument.ts': ['Figure', 'Dyad'],
  'src/pictures/raster.ts': ['Dyad'],
  'src/pictures/svg.ts': ["Arimo, Arial, Helvetica, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK SC', sans-serif"],
  'src/pictures/textFit.ts': ['Mm'],
  'src/studio/graphPlaces.ts': ['focus {} {}'],
  // The heads of files.
  'src/network/tableColumns.ts': [
    'Stage',
    'Stage: date',
    'Key figure',
    'Key figure: unit',
    'Key figure: of what',
    'Sources',
    'Sources: ids',
    'Sources: addresses',
  ],
  'src/panels/CsvButton.tsx': ['CSV'],
  'src/panels/Details.tsx': ['Details'],
  'src/panels/MembersMenu.tsx': ['bottom end'],
  'src/panels/TopBar.tsx': ['Dyad', 'Control+K Meta+K', 'Ctrl K', 'Language'],
  'src/panels/WidthAndSize.tsx': ['bottom start'],
  'src/panels/ownScript.ts': ["The script {} is not Dyad's own."],
  'src/panels/useSession.ts': ['useSession: there is no open dataset around this component'],
  'src/panels/asof/AsOf.tsx': ['top start'],
  'src/panels/asof/CompareDate.tsx': ['top start'],
  // A head that is read, as an example.
  'src/panels/datasets/AddData.tsx': ['from, to, date, title'],
  'src/panels/details/CiteMenu.tsx': ['bottom start'],
  'src/panels/details/SliceDetails.tsx': ['CSV'],
  // The head and the values of a file.
  'src/panels/details/saveSlice.ts': ['outcome {}', 'outcome since', 'change since {}', 'not begun'],
  'src/panels/studio/FramedPage.tsx': ['allow-scripts allow-popups allow-popups-to-escape-sandbox'],
  'src/panels/studio/ReportForm.tsx': [
    'rel="noopener noreferrer"',
    'target="_blank" rel="noopener noreferrer"',
    'allow-popups allow-popups-to-escape-sandbox',
  ],
  'src/panels/commands/pageKeys.ts': [
    'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], [role=textbox]',
    'Ctrl',
    'Shift',
    'Esc',
  ],
  // A report of a fault is for those who make Dyad.
  'src/panels/faults/faultReport.ts': [
    'Dyad: report of a fault',
    'Part: {}',
    'What: {}: {}',
    'When: {}',
    'View: {}',
    'as it first opens',
    'Window: {} x {}',
    'Browser: {}',
    'Where in the program:',
    'Within:',
    'another dataset ({})',
  ],
  'src/panels/faults/pageFaults.ts': ['in the background'],
  'src/panels/terms/TermMeaning.tsx': ['bottom start'],
  'src/panels/tour/Tour.tsx': ['end top', 'start top'],
  'src/panels/views/slideKeys.ts': [
    'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range])',
    'button, a[href], summary, label, input, [role=button], [role=option], [role=treeitem], [role=row]',
  ],
  'src/panels/table/ColumnMenu.tsx': ['bottom start'],
  'src/panels/table/widths.ts': ['minmax({}px, 1fr)'],
  'src/panels/ledger/Ledger.tsx': ['Partner', '{}: {} (rests on)'],
  'src/panels/measures/RankTable.tsx': ['Rank', 'Actor', '{}: {} (rests on)'],
  'src/formats/compact.ts': [
    'compact: this is no Dyad {} (not JSON)',
    'compact: this is no Dyad {} (format {}, wanted "{}")',
  ],
  'src/formats/copyFile.ts': ['<meta name="description" content="'],
  // The name of a format.
  'src/formats/cytoscapeJson.ts': ['Cytoscape JSON'],
  'src/formats/dataPackage.ts': [
    'A text that a spreadsheet would take for a formula, with or without apostrophes before it, has one apostrophe more before it.',
  ],
  // Of the build alone.
  'src/formats/fault.ts': ['... and {} more'],
  'src/formats/folderFiles.ts': ['Dyad dataset, format dyad/1'],
  'src/formats/gexf.ts': [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">',
  ],
  'src/formats/graphml.ts': [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    '<key id="{}" for="{}" attr.name="{}" attr.type="{}"/>',
  ],
  // What a dataset says of itself, as it is kept.
  'src/formats/ownGraph.ts': ['Read from a network that another program has saved.', 'Not stated'],
  // A sheet of a file.
  'src/formats/writers.ts': ['Dataset', 'Version', 'As of', 'Licence', 'Cite as'],
}
