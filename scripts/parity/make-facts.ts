import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { workloadFacts } from '../../test/parity/workload-facts';

/**
 * Writes down what a workload of another project asks of a cluster, as test/parity compares it: facts and not its text.
 *
 *     npm run parity:facts -- NAME 'SOURCE' [WORKLOAD] < manifests.yaml
 *
 * SOURCE says where the YAML came from, so that it can be read again: repository, commit, file or chart.
 */
function main([name, source, workload]: readonly string[]): void {
  if (name === undefined
    || source === undefined) {throw new Error("usage: npm run parity:facts -- NAME 'SOURCE' [WORKLOAD] < manifests.yaml");}
  const objects = parseAllDocuments(readFileSync(0, 'utf8')).map(document => document.toJS()).filter(object => object !== null)
    .flatMap(object => object.items ?? [object]);
  const file = join(__dirname, '..', '..', 'test', 'parity', 'facts', `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ source, facts: workloadFacts(objects, workload) }, undefined, 2)}\n`);
  console.log(`wrote ${file}`);
}

main(process.argv.slice(2));
