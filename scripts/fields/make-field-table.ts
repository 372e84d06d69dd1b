/**
 * Makes src/private/fields/field-table.ts and scope-table.ts from the OpenAPI v2 file of each minor of Kubernetes:
 *
 *     npx ts-node -T scripts/fields/make-field-table.ts
 *
 * It needs Go on the PATH, and downloads about a gigabyte of Go modules on its first run.
 */
import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import type { Kinds, Release } from './field-table';
import { fieldTable, wrap } from './field-table';
import type { ReleasePaths } from './scope-table';
import { scopeTable } from './scope-table';
import { OLDEST_MINOR } from '../../src/private/oldest-minor';

/** One patch release of each minor, from old to new. */
const VERSIONS = ['1.28.15', '1.29.6', '1.30.14', '1.31.0', '1.32.13', '1.33.13', '1.34.4', '1.35.4', '1.36.3'];

/** The kinds that constructs of this library emit, or read to check them. */
const KINDS: Kinds = {
  'apps/v1': ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'v1': [
    'ConfigMap', 'Namespace', 'Node', 'PersistentVolumeClaim', 'Pod', 'PodTemplate', 'ReplicationController', 'ResourceQuota', 'Secret',
    'Service',
    'ServiceAccount',
  ],
  'batch/v1': ['CronJob', 'Job'],
  'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'networking.k8s.io/v1': ['NetworkPolicy'],
  'node.k8s.io/v1': ['RuntimeClass'],
  'policy/v1': ['PodDisruptionBudget'],
  'scheduling.k8s.io/v1': ['PriorityClass'],
  'storage.k8s.io/v1': ['CSIDriver', 'StorageClass'],
};

function release(version: string): Release & ReleasePaths {
  const outside = mkdtempSync(join(tmpdir(), 'field-table-'));
  try {
    const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@v${version}`], { cwd: outside, encoding: 'utf8' });
    const { Dir: directory } = JSON.parse(answer) as { Dir: string };
    const {
      definitions, paths,
    } = JSON.parse(readFileSync(join(directory, 'api/openapi-spec/swagger.json'), 'utf8')) as Release & ReleasePaths;
    return { minor: Number(version.split('.')[1]), definitions, paths };
  } finally {
    rmSync(outside, { recursive: true });
  }
}

const MADE = `// Made by scripts/fields/make-field-table.ts from the OpenAPI v2 files of Kubernetes ${VERSIONS[0]} to `
  + `${VERSIONS[VERSIONS.length - 1]}. Do not edit.`;

function literal(name: string, about: string, table: string): string[] {
  if (/[`\\]|\$\{/.test(table)) throw new Error('the table would end its template literal');
  return [`/** ${about} */`, `export const ${name} = \`\n${table}\n\`;`, ''];
}

/** The table in two halves, each short enough to be read. */
function fieldSources(table: string): { readonly [file: string]: string } {
  const [early, late] = halves(table);
  return {
    'field-table.ts': fieldSource(early),
    'late-field-table.ts': [
      MADE, '', ...literal('LATE_FIELD_TABLE', 'Definitions from N on; parse-table.ts explains the grammar.', late),
    ].join('\n'),
  };
}

function halves(table: string): [string, string] {
  const from = table.search(/^[N-Z]/m);
  return [table.slice(0, from - 1), table.slice(from)];
}

function fieldSource(early: string): string {
  return [
    MADE,
    "import { LATE_FIELD_TABLE } from './late-field-table';",
    '',
    '/** The releases of Kubernetes the table was made from, from old to new. */',
    `export const FIELD_TABLE_VERSIONS = [${VERSIONS.map((version) => `'${version}'`).join(', ')}];`,
    '',
    ...literal('EARLY_FIELD_TABLE', 'Definitions before N.', early).map(line => line.replace('export const', 'const')),
    '/** Every field of the kinds we emit; parse-table.ts explains the grammar. */',
    'export const FIELD_TABLE = EARLY_FIELD_TABLE + LATE_FIELD_TABLE.slice(1);',
    '',
  ].join('\n');
}

function scopeSource(table: string): string {
  return [
    MADE, '',
    ...literal('SCOPE_TABLE', 'Every kind, and whether its objects have a namespace; parse-table.ts explains the grammar.', table),
  ].join('\n');
}

if (Number(VERSIONS[0].split('.')[1]) !== OLDEST_MINOR) throw new Error(`the oldest release must be a patch of 1.${OLDEST_MINOR}`);
const releases = VERSIONS.map(release);
const tables = join(__dirname, '../../src/private/fields');
for (const [file, text] of Object.entries(fieldSources(fieldTable(releases, KINDS)))) {writeFileSync(join(tables, file), text);}
writeFileSync(join(tables, 'scope-table.ts'), scopeSource(scopeTable(releases).split('\n').map(wrap).join('\n')));
