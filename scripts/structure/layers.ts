import { Imports } from './import-cycles';

/** What each layer may import besides itself. Folders that are not named are domains. */
const BELOW: { readonly [layer: string]: readonly string[] } = {
  private: [],
  cluster: ['private'],
  checks: ['cluster', 'private'],
  plan: ['checks', 'cluster', 'private'],
  agent: ['checks', 'cluster', 'private'],
  presets: ['agent', 'checks', 'cluster', 'private'],
  domain: ['presets', 'agent', 'checks', 'cluster', 'private'],
  testing: ['plan', 'agent', 'checks', 'cluster', 'private'],
  jest: ['testing', 'plan', 'agent', 'checks', 'cluster', 'private'],
  cli: ['plan', 'checks', 'cluster', 'private'],
};

/** Imports from a layer into one that is not below it, and from one domain into another. The index exports everything. */
export function upwardImports(imports: Imports): Array<readonly [file: string, target: string]> {
  return [...imports].filter(([file]) => file !== 'index.ts').flatMap(([file, targets]) => {
    const [own] = file.split('/');
    const below = BELOW[own in BELOW ? own : 'domain'];
    return targets.filter(target => {
      const [other] = target.split('/');
      return other !== own && !below.includes(other);
    }).map(target => [file, target] as const);
  });
}
