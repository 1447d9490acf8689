import { defineConfig } from 'vitest/config'

/** What runs whole programs: the command, the SQL of the roll-ups in its engine, and Vite. It takes long, and is no unit. */
const PROGRAMS = [
  'tests/terminal/dyad.test.ts',
  'tests/formats/rollupSql.test.ts',
  'tests/formats/datasetPlugin.test.ts',
]

/** Four projects: the house's own rules, the units, whole programs, and the browser tests against `dist`. */
export default defineConfig({
  test: {
    // By itself Vitest leaves a processor free; of two that is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'house',
          include: ['tests/house/**/*.test.ts'],
          environment: 'node',
          // All files are read, on a machine that may be shared.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'unit',
          // Scripts have no types, nor have the tests of them.
          include: ['tests/**/*.test.{ts,tsx,mjs}'],
          exclude: ['tests/house/**', 'tests/browser/**', ...PROGRAMS],
          environment: 'node',
          // The data folder is read once for all files of a worker, and no unit keeps state.
          isolate: false,
          // Some make pictures and documents, which takes a while where the machine is shared.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'programs',
          include: PROGRAMS,
          environment: 'node',
          // They are processes of their own, which may have to share a slow machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/browser/harness.setup.mjs'],
          // Two at a time take 7 tenths of the time, but where both want all of a small machine a wait of half a minute is too short.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
