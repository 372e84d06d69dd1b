import { join } from 'node:path';
import type { Finding, Judge } from '../judge';
import { Manifest, objectName } from '../manifests';
import { pythonVersion } from '../tools/pins';
import { run } from '../tools/process';
import { CACHE, python } from '../tools/toolbox';

interface Report {
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly file_abs_path: string;
      readonly resource: string;
    }[];
    readonly parsing_errors: readonly string[];
  };
  readonly summary: { readonly parsing_errors: number };
}

export const CHECKOV: Judge = {
  name: 'checkov',
  program: `Checkov ${pythonVersion('checkov')}`,
  finds: 'pods with more privilege than they need, and RBAC that gives away the cluster',
  needs: ['python3'],
  // privileged, no memory limit, a role that may do anything
  mustFind: ['CKV_K8S_16', 'CKV_K8S_13', 'CKV_K8S_49'],

  async install() {
    await python();
  },

  async judge(manifests) {
    // a configuration file in the home folder or beside the work would change the verdict
    const outcome = await run(join(await python(), 'checkov'), [
      '--framework', 'kubernetes', '--skip-download', '--quiet', '--compact', '--output', 'json',
      ...manifests.flatMap(({ path }) => ['--file', path]),
    ], { cwd: CACHE, env: { HOME: CACHE, LOG_LEVEL: 'ERROR' } });
    let report: Report;
    try {
      report = JSON.parse(outcome.stdout) as Report;
    } catch {
      throw new Error(`Checkov does not answer: ${outcome.stderr}${outcome.stdout}`);
    }
    if (report.summary.parsing_errors > 0) throw new Error(`Checkov cannot read ${report.results.parsing_errors?.join(', ')}`);
    const findings = report.results.failed_checks.map((check): Finding => {
      const manifest = manifests.find(({ path }) => path === check.file_abs_path);
      if (manifest === undefined) throw new Error(`Checkov speaks of ${check.file_abs_path}, which it was not given`);
      return {
        judge: 'checkov', rule: check.check_id, file: manifest.name, object: subject(manifest, check.resource), message: check.check_name,
      };
    });
    return [...new Map(findings.map((finding) => [`${finding.rule} ${finding.file} ${finding.object}`, finding])).values()];
  },
};

/** Checkov names `Kind.namespace.name`, and for some checks the pod of a workload, with its labels behind the name. */
function subject(manifest: Manifest, resource: string): string {
  const found = manifest.objects.find(({ kind, metadata, spec }) => {
    const place = `${metadata.namespace ?? 'default'}.${metadata.name}`;
    return resource === `${kind}.${place}` || (spec?.template !== undefined && `${resource}.`.startsWith(`Pod.${place}.`));
  });
  return found === undefined ? resource : objectName(found);
}
