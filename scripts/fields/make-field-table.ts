/**
 * Makes src/private/fields/field-table.ts from the OpenAPI v2 file of each minor of Kubernetes:
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
import { fieldTable } from './field-table';

/** One patch release of each minor, from old to new. */
const VERSIONS = ['1.28.15', '1.29.6', '1.30.14', '1.31.0', '1.32.13', '1.33.13', '1.34.4', '1.35.4', '1.36.3'];

/** The kinds that constructs of this library emit, or read to check them. */
const KINDS: Kinds = {
  'apps/v1': ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'v1': [
    'ConfigMap', 'Namespace', 'Node', 'PersistentVolumeClaim', 'Pod', 'PodTemplate', 'ReplicationController', 'ResourceQuota', 'Secret', 'Service',
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

function release(version: string): Release {
  const outside = mkdtempSync(join(tmpdir(), 'field-table-'));
  try {
    const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@v${version}`], { cwd: outside, encoding: 'utf8' });
    const { Dir: directory } = JSON.parse(answer) as { Dir: string };
    const { definitions } = JSON.parse(readFileSync(join(directory, 'api/openapi-spec/swagger.json'), 'utf8')) as Pick<Release, 'definitions'>;
    return { minor: Number(version.split('.')[1]), definitions };
  } finally {
    rmSync(outside, { recursive: true });
  }
}

function source(table: string): string {
  if (/[`\\]|\$\{/.test(table)) throw new Error('the table would end its template literal');
  return [
    `// Made by scripts/fields/make-field-table.ts from the OpenAPI v2 files of Kubernetes ${VERSIONS[0]} to ${VERSIONS[VERSIONS.length - 1]}. Do not edit.`,
    '',
    '/** The releases of Kubernetes the table was made from, from old to new. */',
    `export const FIELD_TABLE_VERSIONS = [${VERSIONS.map((version) => `'${version}'`).join(', ')}];`,
    '',
    '/** Every field of the kinds we emit; parse-table.ts explains the grammar. */',
    `export const FIELD_TABLE = \`\n${table}\n\`;`,
    '',
  ].join('\n');
}

writeFileSync(join(__dirname, '../../src/private/fields/field-table.ts'), source(fieldTable(VERSIONS.map(release), KINDS)));
