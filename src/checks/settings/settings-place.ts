import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The file in the directory in which the command, cdk8s-cli or the app runs. */
export const SETTINGS_FILE = '.node-agents.yaml';

export function settingsIn(directory: string): string {
  return join(directory, SETTINGS_FILE);
}

/** Whether a directory has a file of settings. */
export function hasSettings(directory: string = process.cwd()): boolean {
  return existsSync(settingsIn(directory));
}
