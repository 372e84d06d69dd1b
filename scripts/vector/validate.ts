/**
 * Lets a real Vector validate every configuration that is written for it, without the environment and with it:
 *
 *     VECTOR=/path/to/vector npm run logs:vector
 *
 * Credentials, certificates and the API server are stand-ins in a directory of its own, and nothing is sent. Without a binary it says so in
 * one line.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { SAMPLES } from '../../test/logs/vector/samples';
import { configText } from '../../test/logs/vector/vector-config';

const REPOSITORY = join(__dirname, '..', '..');
/** Folders of committed YAML, in which every configuration of Vector is validated. */
const COMMITTED = ['test/golden', 'examples/logs-vector/expected'];
/** What the container has, and the stand-ins have instead. */
const PATHS = ['/var/lib/vector', '/etc/vector-credentials', '/etc/vector-tls'];
/**
 * Warnings that are known: the guide says what they are about, or the sample asks for what they warn of. The last ones are of stand-ins.
 */
const EXPECTED = [
  'acknowledgements are not supported by this source. Silent data loss could occur. source="containers"',
  '`dangerously_allow_unconfined_template_resolution` enabled',
  'option is DISABLED',
  'failed to load region from IMDS',
  'Failed to resolve',
  'brokers are down',
];

function main(): number {
  const binary = process.env.VECTOR ?? '';
  if (!existsSync(binary)) {
    console.log('logs:vector: not run, because VECTOR names no binary');
    return 0;
  }
  const directory = mkdtempSync(join(tmpdir(), 'logs-vector-'));
  try {
    const texts = [...Object.entries(SAMPLES).map(([name, props]) => [name, configText(props)]), ...COMMITTED.flatMap(committed)];
    // a mistake must be one to it, or it is no judge
    const mistake = 'sources: {}\nsinks: { out: { type: console, inputs: [nothing], encoding: { codec: json } } }\n';
    const codecs = validate(binary, directory, mistake.replace('json', 'none')).join('\n');
    const [
      lacking, judged,
    ] = [true, false].map(lacks => texts.filter(([, text]) => (text.includes('codec: syslog') && !codecs.includes('`syslog`')) === lacks));
    const problems = [
      ...validate(binary, directory, mistake).length === 0 ? ['it takes a sink without a source'] : [],
      ...judged.flatMap(([name, text]) => validate(binary, directory, text).map(problem => `${name}: ${problem}`)),
    ];
    problems.forEach(problem => console.log(`${problem}\n`));
    const version = execFileSync(binary, ['--version']).toString().split(' (')[0];
    console.log(`logs:vector: ${judged.length} configurations validated by ${version}, ${problems.length} problems`);
    if (lacking.length > 0) {
      console.log(`not judged, since the binary was built without the codec syslog: ${lacking.map(([name]) => name).join(', ')}`);
    }
    return problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function committed(folder: string): string[][] {
  return readdirSync(join(REPOSITORY, folder)).filter(file => file.endsWith('.yaml'))
    .flatMap(file => parseAllDocuments(readFileSync(join(REPOSITORY, folder, file), 'utf8')).map(document => document.toJS())
      .filter(object => object?.kind === 'ConfigMap' && object.data?.['vector.yaml'])
      .map(object => [`${folder}/${file}`, object.data['vector.yaml']]));
}

/** What it says of a configuration. Warnings are problems. */
function validate(binary: string, directory: string, original: string): string[] {
  const text = PATHS.reduce((changed, path) => changed.split(path).join(join(directory, basename(path))), original);
  standIns(directory, text);
  const file = join(directory, 'vector.yaml');
  writeFileSync(file, text);
  return [['--no-environment'], ['--skip-healthchecks']].flatMap(flags => {
    const { status, stdout, stderr } = spawnSync(binary, ['validate', '--deny-warnings', ...flags, file], {
      env: {
        PATH: process.env.PATH, VECTOR_SELF_NODE_NAME: 'node-1', VECTOR_LOG: 'warn', VECTOR_INTERNAL_LOG_RATE_LIMIT: '0',
        KUBECONFIG: join(directory, 'kubeconfig'), AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    const said = `${stdout}${stderr}`.split('\n');
    const unexpected = said.filter(line => / (WARN|ERROR) /.test(line) && !EXPECTED.some(words => line.includes(words)));
    return status === 0 ? unexpected.map(line => `validate ${flags}\n${line}`) : [`validate ${flags}\n${said.join('\n')}`];
  });
}

/** The files that a configuration refers to. */
function standIns(directory: string, text: string): void {
  const certificate = join(directory, 'certificate');
  const key = join(directory, 'key');
  if (!existsSync(certificate)) {
    execFileSync(
      'openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-keyout', key, '-out', certificate],
      { stdio: 'ignore' },
    );
    PATHS.forEach(path => mkdirSync(join(directory, basename(path))));
    writeFileSync(join(directory, 'kubeconfig'), JSON.stringify({
      'apiVersion': 'v1',
      'kind': 'Config',
      'clusters': [{ name: 'none', cluster: { server: 'http://127.0.0.1:1' } }],
      'users': [{ name: 'none', user: {} }],
      'contexts': [{ name: 'none', context: { cluster: 'none', user: 'none' } }],
      'current-context': 'none',
    }));
  }
  for (const [, name] of text.matchAll(/SECRET\[credentials\.([^\]]+)\]/g)) {
    writeFileSync(join(directory, 'vector-credentials', name), 'secret');
  }
  for (const [, path, option] of text.matchAll(new RegExp(`_file: "?(${join(directory, 'vector-tls')}[^"\\s]+)"?()`, 'g'))) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, readFileSync(/key/.test(basename(path) + option) ? key : certificate));
  }
}

process.exitCode = main();
