import { describe, expect, it } from 'vitest'
import { folderJsonSchemas } from '../../src/formats/folderFiles.ts'

/**
 * Editors check and complete the YAML files by the schemas in `data/schema/`. They are made from the dataset's own
 * schema; after a change of it they are written anew with `npx vitest run tests/formats/schema.test.ts -u`.
 */
describe('data/schema/', () => {
  it.each(Object.entries(folderJsonSchemas()))('%s.schema.json is what the schema gives now', async (name, schema) => {
    await expect(
      `${JSON.stringify(schema, null, 2)}\n`,
      'data/schema/ is out of date; renew it with: npx vitest run tests/formats/schema.test.ts -u',
    ).toMatchFileSnapshot(`../../data/schema/${name}.schema.json`)
  })
})
