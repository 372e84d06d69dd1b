import { checkManifests } from '../../checks/check-manifests';
import type { Finding } from '../../checks/finding';
import { FieldLines } from '../../cluster/inventory/read/field-lines';
import { knownMinors } from '../../private/fields/fields';
import type { Command, Given } from '../command';
import { checkText } from '../format/check-text';
import { coloursFor } from '../format/colours';
import type { LocatedFinding } from '../format/finding-text';
import { githubText } from '../format/github';
import { writeArray } from '../format/json';
import { sarifText } from '../format/sarif';
import type { Io } from '../io';
import { namespaceShown } from '../object-name';
import { minorOf } from '../options';
import { readNodes } from '../read/cluster';
import { readManifests } from '../read/manifests';

/** The oldest Kubernetes that the rules know. */
const OLDEST = 28;

export const check: Command = {
  summary: 'find what the API server would refuse, and what works until it hurts',
  finds: 'findings at or above --fail-on that nobody acknowledged',
  options: {
    'kubernetes-version': { value: '1.30', about: 'the oldest Kubernetes that gets the objects; the newest one known if left out' },
    'nodes': { value: 'FILE', about: 'the nodes, for checks that depend on them: what `kubectl get nodes -o json` writes' },
    'format': {
      value: 'FORMAT', about: 'text, json, sarif for code scanning, github for annotations of a workflow', choices: ['text', 'json', 'sarif', 'github'],
    },
    'fail-on': { value: 'LEVEL', about: 'the least level that fails', choices: ['error', 'warning'] },
  },
  run,
};

/** Finds what the API server would refuse, and what works until it hurts. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  const asked = options['kubernetes-version'];
  const minor = asked === undefined ? knownMinors().newest : minorOf('--kubernetes-version', asked, OLDEST);
  const fieldLines = new FieldLines();
  const { entries } = await readManifests(paths, io, { fieldLines, others: { nodes: options.nodes } });
  const nodes = options.nodes === undefined ? undefined : await readNodes(options.nodes, io);
  const findings = checkManifests(entries, { minor, ...nodes && { nodes } });
  const located = findings.map((finding): LocatedFinding => {
    const line = fieldLines.lineOf(finding.about, finding.path);
    return { finding, ...line !== undefined && { line } };
  });
  await write(located, entries.length, options.format!, io);
  return findings.some(finding => fails(finding, options['fail-on']!)) ? 2 : 0;
}

async function write(located: readonly LocatedFinding[], objects: number, format: string, io: Io): Promise<void> {
  switch (format) {
    case 'json': return writeArray(io.stdout, located.map(each => JSON.stringify(toWire(each))));
    case 'sarif': return io.stdout.write(sarifText(located));
    case 'github': return io.stdout.write(githubText(located));
    default: return io.stdout.write(checkText(located, objects, io.stdout, coloursFor(io.stdout, io.env)));
  }
}

function fails({ level, acknowledged }: Finding, failOn: string): boolean {
  return acknowledged === undefined && (level === 'error' || level === 'warning' && failOn === 'warning');
}

function toWire({ finding, line }: LocatedFinding): object {
  const { code, level, about, path, container, what, given, wanted, fix, acknowledged } = finding;
  const { apiVersion, kind, name, source: { file } } = about;
  const object = { apiVersion, kind, namespace: namespaceShown(about), name };
  return { code, level, object, file, line, path, container, what, given, wanted, fix, acknowledged };
}
