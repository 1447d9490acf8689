import { dataPackage } from './dataPackage.ts'
import { dyadJson } from './dyadJson.ts'
import type { Reader } from './reading.ts'
import { sipriRegister } from './sipriRegister.ts'

/** All readers, in the order in which a file is shown to them: the first that recognises it reads it. */
export const READERS: readonly Reader[] = [dyadJson, dataPackage, sipriRegister]
